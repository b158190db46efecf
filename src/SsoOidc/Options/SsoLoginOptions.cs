using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>How <see cref="SsoLogin"/> works. Every property has a default.</summary>
public sealed record SsoLoginOptions
{
    /// <summary>Where tokens and client registrations are kept. Default: the files of AWS CLI v2 and the AWS SDKs.</summary>
    public ITokenStore TokenStore { get; init; } = new FileTokenStore();

    /// <summary>How to sign in. <see cref="SignInMethod.Automatic"/>, the default, leaves it to <see cref="SsoSession.Method"/> and then to the machine.</summary>
    public SignInMethod Method { get; init; }

    /// <summary>Shows the user what to do, once for each sign-in, also where that is approved already; it should return soon, and its exception ends the sign-in. Default: nothing is shown.</summary>
    public Func<SignInPrompt, CancellationToken, ValueTask>? Prompt { get; init; }

    /// <summary>Opens a page in a browser and says whether that worked; null opens none. Default: the user's desktop browser.</summary>
    public Func<Uri, CancellationToken, ValueTask<bool>>? OpenBrowser { get; init; } = SystemBrowser.OpenAsync;

    /// <summary>
    /// Receives a human-readable sentence about what went wrong without costing a call its result, for example a token that
    /// could not be stored; it holds no secret. Called from any thread, and for tokens once until one is stored again. Default: nothing is reported.
    /// </summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Names this tool in the service's records; its registrations are not shared with other tools. Default: <c>ssooidc</c>.</summary>
    public string ClientName { get; init; } = "ssooidc";

    internal string ClientNameFor(SsoSession session) =>
        session.Name is null ? ClientName : $"{ClientName}-{session.Name}";

    /// <summary>Settings of the service clients: endpoint, clock, attempts. The region is the session's.</summary>
    public ServiceClientOptions Client { get; init; } = new();

    /// <summary>Sends the requests; it stays the caller's, and its handler must not follow redirects. Default: an own one.</summary>
    public HttpClient? HttpClient { get; init; }
}
