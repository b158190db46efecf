namespace SsoOidc;

/// <summary>A session's token in a store.</summary>
internal sealed class TokenCache(ITokenStore store, SsoSession session)
{
    /// <summary>How long another holder of a token's lock is waited for where nothing works without it.</summary>
    public static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(1);

    /// <exception cref="SignInRequiredException">There is none, or what is there is no token.</exception>
    public async Task<SsoToken> ReadAsync(CancellationToken cancellationToken) =>
        await TryReadAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new SignInRequiredException($"There is no token for {session.DisplayName}. {session.HowToSignIn}");

    /// <exception cref="SignInRequiredException">What is there is no token.</exception>
    public async Task<SsoToken?> TryReadAsync(CancellationToken cancellationToken)
    {
        byte[]? json = await store.ReadAsync(session.TokenName, cancellationToken).ConfigureAwait(false);
        try
        {
            return json is null ? null : SsoToken.FromJson(json);
        }
        catch (FormatException exception)
        {
            throw new SignInRequiredException(
                $"The cached token for {session.DisplayName} ({Where}) is invalid: {exception.Message}. {session.HowToSignIn}",
                exception
            );
        }
    }

    public ValueTask WriteAsync(SsoToken token, CancellationToken cancellationToken) =>
        store.WriteAsync(session.TokenName, token.ToJson(), cancellationToken);

    public ValueTask RemoveAsync(CancellationToken cancellationToken) =>
        store.RemoveAsync(session.TokenName, cancellationToken);

    public ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) =>
        store.LockAsync(session.TokenName, LockTimeout, cancellationToken);

    private string Where => store is FileTokenStore files ? files.PathOf(session.TokenName) : session.TokenName;
}
