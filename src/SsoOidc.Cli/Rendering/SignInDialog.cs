namespace SsoOidc.Cli;

/// <summary>Shows what to do to sign in, if that is necessary, and counts down until it is done.</summary>
internal sealed class SignInDialog(Terminal terminal, TimeProvider timeProvider)
{
    public async Task<SsoToken> RunAsync(
        SsoSession session,
        SsoLoginOptions options,
        Func<SsoLogin, Task<SsoToken>> work
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
        Task<SsoToken> signIn = work(login);
        if (await Task.WhenAny(signIn, shown.Task) == shown.Task)
        {
            SignInPrompt prompt = await shown.Task;
            await new Countdown(terminal, timeProvider).ShowAsync(prompt.ExpiresAt, signIn);
        }

        return await signIn;
    }
}
