using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>What a person has to do to sign in.</summary>
internal static class PromptView
{
    public static void Write(IAnsiConsole console, SignInPrompt prompt)
    {
        if (prompt.Explanation is { } explanation)
        {
            console.WriteLine(explanation);
        }

        if (prompt is DeviceAuthorizationPrompt device)
        {
            WriteDevice(console, device);
        }
        else
        {
            console.WriteLine(
                prompt.IsBrowserOpen
                    ? "Your browser shows the sign-in page. If it does not, open this address:"
                    : "Open this address in a browser on this machine:"
            );
            WriteUrl(console, prompt.Url);
        }

        console.WriteLine();
    }

    private static void WriteDevice(IAnsiConsole console, DeviceAuthorizationPrompt prompt)
    {
        console.WriteLine(
            prompt.IsBrowserOpen
                ? "Your browser shows the sign-in page. If it does not, open this address in any browser:"
                : "Open this address in any browser, or scan the QR code:"
        );
        WriteUrl(console, prompt.Url);
        console.WriteLine();
        console.MarkupLineInterpolated($"Approve only if the page shows this code: [bold]{prompt.UserCode}[/]");
        console.WriteLine();
        QrCode.Write(console, prompt.Url);
    }

    /// <summary>Past the console's line breaks: an address that is broken into lines cannot be clicked or copied.</summary>
    private static void WriteUrl(IAnsiConsole console, string url) => console.Profile.Out.Writer.WriteLine($"  {url}");
}
