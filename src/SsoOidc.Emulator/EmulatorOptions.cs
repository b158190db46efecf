using System.Runtime.CompilerServices;

namespace SsoOidc.Emulator;

/// <summary>How a <see cref="SsoOidcEmulator"/> behaves. Every property has a default that resembles the service.</summary>
/// <remarks>
/// A lifetime is between one second and 10,000 days, and is reported in whole seconds; another value throws an
/// <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public sealed class EmulatorOptions
{
    /// <summary>How long what has expired is remembered, so that whoever uses it hears that it has expired.</summary>
    internal static readonly TimeSpan Afterlife = TimeSpan.FromHours(1);

    /// <summary>The loopback port to listen on; 0 (the default) lets the system choose a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock for every lifetime, interval and scripted delay.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether every sign-in is approved immediately, without user interaction.</summary>
    public bool AutoApprove { get; init; }

    /// <summary>
    /// The pause that device clients have to keep between two polls (RFC 8628 §3.2), in whole seconds. Polling sooner
    /// gets <c>slow_down</c> and lengthens the pause by five seconds.
    /// </summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a device code and its user code can be used.</summary>
    public TimeSpan DeviceCodeLifetime
    {
        get;
        init => field = Lifetime(value);
    } = TimeSpan.FromMinutes(10);

    /// <summary>How long an authorization code can be used (RFC 6749 §4.1.2 advises ten minutes at most).</summary>
    public TimeSpan AuthorizationCodeLifetime
    {
        get;
        init => field = Lifetime(value);
    } = TimeSpan.FromMinutes(10);

    /// <summary>How long an access token opens the portal.</summary>
    public TimeSpan AccessTokenLifetime
    {
        get;
        init => field = Lifetime(value);
    } = TimeSpan.FromHours(8);

    /// <summary>How long a refresh token can be used, from the sign-in on.</summary>
    public TimeSpan RefreshTokenLifetime
    {
        get;
        init => field = Lifetime(value);
    } = TimeSpan.FromDays(90);

    /// <summary>How long a registered client's secret is accepted.</summary>
    public TimeSpan ClientSecretLifetime
    {
        get;
        init => field = Lifetime(value);
    } = TimeSpan.FromDays(90);

    /// <summary>How long the credentials of a role are valid.</summary>
    public TimeSpan RoleCredentialsLifetime
    {
        get;
        init => field = Lifetime(value);
    } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether a refresh replaces the refresh token. If not, the response to a refresh holds no refresh token and the
    /// old one stays valid.
    /// </summary>
    public bool RotateRefreshTokens { get; init; } = true;

    /// <summary>
    /// Whether a refresh token that is presented again after it was replaced ends the whole session
    /// (RFC 9700 §4.14.2). If not, that request alone is refused with <c>invalid_grant</c>.
    /// </summary>
    public bool ReuseEndsSession { get; init; } = true;

    /// <summary>The start URLs that exist. Empty (the default) accepts every absolute HTTP(S) URL.</summary>
    public IReadOnlyList<string> StartUrls { get; init; } = [];

    /// <summary>
    /// Paths that redirect like a start URL under a company's own domain: the path (<c>/start</c>) and the URL that
    /// <c>HEAD</c> and <c>GET</c> are referred to with status 302.
    /// </summary>
    public IReadOnlyDictionary<string, string> VanityRedirects { get; init; } = new Dictionary<string, string>();

    /// <summary>The scopes a client may register; anything else is <c>invalid_scope</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } =
    [
        "sso:account:access",
        "openid",
        "aws",
        "sts:identity_context",
        "codewhisperer:completions",
        "codewhisperer:analysis",
        "codewhisperer:conversations",
    ];

    /// <summary>The applications that may call <c>CreateTokenWithIAM</c>.</summary>
    public IReadOnlyList<EmulatorApplication> Applications { get; init; } = EmulatorApplication.Samples;

    /// <summary>
    /// The access keys whose signatures are accepted: id and secret. The default is the pair of AWS's documentation.
    /// Credentials of a role that the portal or STS handed out are accepted too, with their session token.
    /// </summary>
    public IReadOnlyDictionary<string, string> AccessKeys { get; init; } =
        new Dictionary<string, string> { ["AKIAIOSFODNN7EXAMPLE"] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };

    /// <summary>The accounts and roles that the portal shows.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts { get; init; } = EmulatorAccount.Samples;

    /// <summary>The most entries on one page of the portal's lists; a smaller <c>max_result</c> wins.</summary>
    public int PortalPageSize { get; init; } = 20;

    private static TimeSpan Lifetime(TimeSpan value, [CallerMemberName] string name = "") =>
        value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromDays(10_000)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A lifetime is between one second and 10,000 days.");
}
