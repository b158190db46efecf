namespace SsoOidc.Cli;

/// <summary>Shows what to do to sign in, and counts down until it is done.</summary>
internal sealed class SignInDialog(Terminal terminal, TimeProvider timeProvider)
{
    public async Task<SsoToken> RunAsync(
        SsoSession session,
        SsoLoginOptions options,
        CancellationToken cancellationToken
    )
    {
        TaskCompletionSource<SignInPrompt> shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SsoLoginOptions withDialog = options with
        {
            Prompt = async (prompt, token) =>
            {
                PromptView.Write(terminal, prompt);
                shown.SetResult(prompt);
                if (options.Prompt is { } next)
                {
                    await next(prompt, token);
                }
            },
        };
        using SsoLogin login = new(session, withDialog);
        Task<SsoToken> signIn = login.SignInAsync(cancellationToken);
        if (await Task.WhenAny(signIn, shown.Task) == shown.Task)
        {
            SignInPrompt prompt = await shown.Task;
            await new Countdown(terminal, timeProvider).ShowAsync(prompt.ExpiresAt, signIn);
        }

        return await signIn;
    }
}
