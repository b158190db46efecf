namespace SsoOidc.Cli;

/// <summary>What the user has to do to sign in.</summary>
internal static class PromptView
{
    public static void Write(Terminal terminal, SignInPrompt prompt)
    {
        if (prompt.Explanation is { } explanation)
        {
            terminal.WriteLine(explanation);
        }

        if (prompt is DeviceAuthorizationPrompt device)
        {
            WriteDevice(terminal, device);
        }
        else
        {
            terminal.WriteLine(
                prompt.IsBrowserOpen
                    ? "Your browser shows the sign-in page. If it does not, open this address:"
                    : "Open this address in a browser on this machine:"
            );
            terminal.WriteUnbroken($"  {prompt.Url}");
        }

        terminal.WriteLine();
    }

    private static void WriteDevice(Terminal terminal, DeviceAuthorizationPrompt prompt)
    {
        string[]? code = QrCode.Draw(prompt.Url);
        string? obstacle = QrCode.FindObstacle(terminal, code);
        terminal.WriteLine(
            prompt.IsBrowserOpen
                ? "Your browser shows the sign-in page. If it does not, open this address in any browser:"
            : obstacle is null ? "Open this address in any browser, or scan the QR code:"
            : "Open this address in any browser:"
        );
        terminal.WriteUnbroken($"  {prompt.Url}");
        terminal.WriteLine();
        terminal.WriteMarkupLine($"Approve only if the page shows this code: [bold]{prompt.UserCode}[/]");
        terminal.WriteLine();
        if (obstacle is null)
        {
            QrCode.Write(terminal, code!);
        }
        else
        {
            terminal.WriteLine($"There is no QR code: {obstacle}.");
        }
    }
}
