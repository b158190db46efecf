using System.Text;
using SsoOidc.Cli;

// The QR code and the portal's names need it, also on Windows.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, CliHost.ForProcess());
