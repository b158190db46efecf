namespace SsoOidc.Cli;

/// <summary>Says where the emulator listens and how to use it from another terminal.</summary>
internal static class EmulatorView
{
    public static void Write(Terminal terminal, string address)
    {
        terminal.WriteMarkupLine($"The emulator listens on [bold]{address}[/]; Ctrl+C ends it.");
        terminal.WriteLine();
        terminal.WriteLine("In another terminal:");
        terminal.WriteLine($"  export AWS_ENDPOINT_URL={address}");
        terminal.WriteLine($"  ssooidc login --start-url {SampleSession.StartUrl} --region {SampleSession.Region}");
    }
}
