namespace SsoOidc;

/// <summary>Shows a prompt to the user.</summary>
internal static class Prompting
{
    /// <summary>Opens the browser first, so that the prompt can say whether that worked.</summary>
    public static async Task ShowAsync(
        SsoLoginOptions options,
        SignInPrompt prompt,
        CancellationToken cancellationToken
    )
    {
        bool isOpen =
            options.OpenBrowser is { } open && await open(new Uri(prompt.Url), cancellationToken).ConfigureAwait(false);
        if (options.Prompt is { } show)
        {
            await show(prompt with { IsBrowserOpen = isOpen }, cancellationToken).ConfigureAwait(false);
        }
    }
}
