using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc;

/// <summary>A role that a profile reaches through a session.</summary>
internal sealed record SsoRoleSource : CredentialsSource
{
    private const int MaxResponseBytes = 64 * 1024;

    public required string? Session { get; init; }

    public required string StartUrl { get; init; }

    public required string Region { get; init; }

    public required string AccountId { get; init; }

    public required string RoleName { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required bool UseFipsEndpoint { get; init; }

    public required bool UseDualStackEndpoint { get; init; }

    public required bool AllowPlainHttp { get; init; }

    public override string Name => $"role {RoleName} in account {AccountId}";

    public override string Features => Session is null ? "t,u" : "r,s";

    /// <returns>Null when the profile names no role: it gives a token alone.</returns>
    /// <exception cref="ConfigurationException">The profile or its session is wrong.</exception>
    public static SsoRoleSource? Find(CredentialsSearch search, ConfigSection profile)
    {
        if (search.Config.FindSsoRole(profile.Name) is not var (session, accountId, roleName))
        {
            _ = search.Config.FindSsoSession(profile.Name);
            return null;
        }

        return new SsoRoleSource
        {
            Session = session.Name,
            StartUrl = session.StartUrl,
            Region = session.Region,
            AccountId = accountId,
            RoleName = roleName,
            Environment = search.Environment,
            UseFipsEndpoint = search.UseFipsEndpoint,
            UseDualStackEndpoint = search.UseDualStackEndpoint,
            AllowPlainHttp = search.AllowPlainHttp,
        };
    }

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search)
    {
        SsoSession session = new()
        {
            Name = Session,
            StartUrl = StartUrl,
            Region = Region,
        };
        // The provider lasts as long as the process, and the login with it.
        SsoLogin login = new(
            session,
            new SsoLoginOptions
            {
                TokenStore = FileTokenStore.ForTokens(Environment, search.TimeProvider),
                HttpClient = search.Handler is { } handler ? new HttpClient(handler, disposeHandler: false) : null,
                Client = new ServiceClientOptions
                {
                    Environment = Environment,
                    Profile = search.IsProfileChosen ? search.Profile.Name : null,
                    UseFipsEndpoint = UseFipsEndpoint,
                    UseDualStackEndpoint = UseDualStackEndpoint,
                    AllowPlainHttp = AllowPlainHttp,
                    MaxResponseBytes = MaxResponseBytes,
                    TimeProvider = search.TimeProvider,
                },
            }
        );
        return new SsoCredentialsProvider(login, AccountId, RoleName, FileTokenStore.ForRoleCredentials(Environment));
    }
}
