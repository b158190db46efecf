namespace SsoOidc;

/// <summary>Signs a user in to AWS IAM Identity Center and keeps the session alive.</summary>
/// <remarks>
/// Tokens are shared with AWS CLI v2 and the AWS SDKs on disk: who is signed in there is signed in here, and the other
/// way round. Safe for use by several threads.
/// </remarks>
/// <example>
/// <code>
/// SsoSession session = SharedConfig.Load(AwsEnvironment.Process).ReadSsoSession("dev");
/// using SsoLogin login = new(session, new SsoLoginOptions { Prompt = (prompt, _) => { Console.WriteLine(prompt.Url); return default; } });
/// SsoToken token = await login.EnsureSignedInAsync();
/// </code>
/// </example>
public sealed class SsoLogin : IDisposable
{
    private readonly SsoLoginOptions _options;
    private readonly TokenCache _cache;
    private readonly TokenRefresher _refresher;
    private readonly SemaphoreSlim _signingIn = new(1, 1);
    private int _isFolderChecked;

    /// <summary>Prepares to sign in; nothing is sent or read yet.</summary>
    /// <param name="session">Where to sign in.</param>
    /// <param name="options">How; null for the defaults.</param>
    public SsoLogin(SsoSession session, SsoLoginOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
        _options = options ?? new SsoLoginOptions();
        Clients = new SsoClients(_options, this);
        _cache = new TokenCache(_options.TokenStore, session, _options.Warn, _options.Client.Log);
        TokenRefresh refresh = new(session, _cache, Clients, TimeProvider, _options.Client.Log);
        _refresher = new TokenRefresher(session, _cache, refresh, TimeProvider);
    }

    /// <summary>Where this signs in.</summary>
    public SsoSession Session { get; }

    internal SsoClients Clients { get; }

    internal Action<string>? Warn => _options.Warn;

    internal TimeProvider TimeProvider => _options.Client.TimeProvider;

    /// <summary>
    /// Asks the user to sign in, whether or not they already are, and stores the token. One that cannot be stored is kept
    /// in memory, reported to <see cref="SsoLoginOptions.Warn"/>, and stored as soon as that is possible.
    /// </summary>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>The new token.</returns>
    /// <exception cref="SignInFailedException">The user or the service refused, or the sign-in was not completed in time.</exception>
    /// <exception cref="SsoOidcGen.Runtime.ConfigurationException">The start URL does not lead to an access portal.</exception>
    /// <exception cref="SsoOidcGen.Runtime.ServiceException">The service returned another error or cannot be reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async Task<SsoToken> SignInAsync(CancellationToken cancellationToken = default)
    {
        CheckFolder();
        StartUrlResolver resolver = new(Clients.Http, TimeProvider);
        PortalAddress portal = await resolver.ResolveAsync(Session, cancellationToken).ConfigureAwait(false);
        SignInTarget target = new(Session, portal, Clients.Oidc(portal.Region));
        ClientRegistrations registrations = new(_options.TokenStore, _options.ClientName, TimeProvider);
        FlowChoice choice = FlowChoice.Make(Session, _options);
        return choice.Method == SignInMethod.Browser
            ? await new BrowserFlow(_options, registrations, _cache)
                .RunAsync(target, choice.Explanation, cancellationToken)
                .ConfigureAwait(false)
            : await new DeviceFlow(_options, registrations, _cache)
                .RunAsync(target, choice.Explanation, cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>
    /// A token that is valid now: the cached one, refreshed in time, or else one that the user signs in for. Of several callers
    /// only one asks the user.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait or the sign-in, not a refresh.</param>
    /// <exception cref="SsoException">As for <see cref="GetTokenAsync"/>, except that no sign-in is required.</exception>
    /// <inheritdoc cref="SignInAsync" path="/exception"/>
    /// <exception cref="TimeoutException">The token has expired, and another process keeps the cache locked.</exception>
    public async Task<SsoToken> EnsureSignedInAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SignInRequiredException)
        {
            await _signingIn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            // Whoever was here before may have signed in.
            return await GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SignInRequiredException)
        {
            return await SignInAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>A token that is valid now. It is refreshed when less than 15 minutes are left, once for all processes that share the cache.</summary>
    /// <remarks>
    /// While the token is valid, a refresh holds nobody up for more than 5 seconds, and the next attempt is made 30 seconds
    /// later. A refresh that was sent belongs to the process and runs to its end, also after this login was disposed of:
    /// see <see cref="CompleteRefreshesAsync"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the wait, not a refresh.</param>
    /// <exception cref="SignInRequiredException">There is no token, or it has expired and cannot be refreshed.</exception>
    /// <exception cref="SsoException">The token has expired, and the service could not be reached to refresh it, or a new token could not be stored.</exception>
    /// <exception cref="TimeoutException">The token has expired, and another process keeps the cache locked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<SsoToken> GetTokenAsync(CancellationToken cancellationToken = default)
    {
        CheckFolder();
        return _refresher.GetTokenAsync(cancellationToken);
    }

    /// <summary>
    /// Waits until every refresh that this process has sent is completed and its token stored. A process that ends earlier loses a new
    /// refresh token, and with it the session: call it last.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public static async Task CompleteRefreshesAsync(CancellationToken cancellationToken = default)
    {
        foreach (ProcessToken token in ProcessToken.All)
        {
            await token.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends this session at its portal and removes its token; other sessions stay, and so do role credentials until they end by themselves.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether there was a token.</returns>
    /// <exception cref="SsoOidcGen.Runtime.ServiceException">The portal cannot be reached; the token stays, so that signing out can be tried again.</exception>
    public Task<bool> SignOutAsync(CancellationToken cancellationToken = default) =>
        SessionSignOut.RunAsync(Session, _cache, Clients, cancellationToken);

    /// <summary>The cached token as it is, also when it has expired; nothing is sent. Null when there is none.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="SignInRequiredException">What is cached is no token.</exception>
    public async Task<SsoToken?> ReadCachedTokenAsync(CancellationToken cancellationToken = default) =>
        (await _cache.TryReadAsync(cancellationToken).ConfigureAwait(false))?.Token;

    /// <summary>Frees the connections as soon as no refresh uses them, if no <see cref="SsoLoginOptions.HttpClient"/> was given.</summary>
    public void Dispose() => Clients.Dispose();

    /// <summary>Warns once where the tokens are others' to replace.</summary>
    private void CheckFolder()
    {
        if (
            Interlocked.Exchange(ref _isFolderChecked, 1) == 0
            && _options is { Warn: { } warn, TokenStore: FileTokenStore { Exposure: { } exposure } }
        )
        {
            warn(exposure);
        }
    }
}
