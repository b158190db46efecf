using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>Says where the emulator listens and how to use it from another terminal.</summary>
internal static class EmulatorView
{
    public static void Write(IAnsiConsole console, string address)
    {
        console.MarkupLineInterpolated($"The emulator listens on [bold]{address}[/]; Ctrl+C ends it.");
        console.WriteLine();
        console.WriteLine("In another terminal:");
        console.WriteLine($"  export AWS_ENDPOINT_URL={address}");
        console.WriteLine($"  ssooidc login --start-url {SampleSession.StartUrl} --region {SampleSession.Region}");
    }
}
