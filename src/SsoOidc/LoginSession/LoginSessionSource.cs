using System.Security.Cryptography;
using System.Text;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc;

/// <summary>A profile's <c>login_session</c>: a user who has signed in with <c>aws login</c>.</summary>
internal sealed record LoginSessionSource : CredentialsSource
{
    private const string Key = "login_session";

    /// <summary>The ARN of the identity.</summary>
    public required string Session { get; init; }

    /// <summary>Where it is configured.</summary>
    public required string Where { get; init; }

    public required string Region { get; init; }

    public required AwsEnvironment Environment { get; init; }

    /// <summary>Null: the one that the environment chooses.</summary>
    public required string? Profile { get; init; }

    public required bool UseFipsEndpoint { get; init; }

    public required bool UseDualStackEndpoint { get; init; }

    public required bool AllowPlainHttp { get; init; }

    public override string Name => $"login session {Session}";

    public override string Features => "AC,AD";

    /// <summary>The entry of the cache (<c>~/.aws/login/cache</c>, or where <c>AWS_LOGIN_CACHE_DIRECTORY</c> says).</summary>
    public string EntryName => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Session))).ToLowerInvariant();

    public string Folder =>
        Environment.Variable("AWS_LOGIN_CACHE_DIRECTORY") is { } folder
            ? Environment.ExpandPath(folder)
            : Path.Combine(Environment.HomeDirectory, ".aws", "login", "cache");

    /// <returns>Null when the profile has none.</returns>
    /// <exception cref="ConfigurationException">There is no region.</exception>
    public static LoginSessionSource? Find(CredentialsSearch search, ConfigSection profile)
    {
        if (!profile.Values.TryGetValue(Key, out ConfigValue? session) || session.Text.Length == 0)
        {
            return null;
        }

        return new LoginSessionSource
        {
            Session = session.Text,
            Where = session.Where,
            Region =
                profile["region"]
                ?? search.Region
                ?? throw new ConfigurationException(
                    $"{session.Where} needs a region to refresh its credentials in. Add 'region' to the profile, or set AWS_REGION."
                ),
            Environment = search.Environment,
            Profile = search.IsProfileChosen ? search.Profile.Name : null,
            UseFipsEndpoint = search.UseFipsEndpoint,
            UseDualStackEndpoint = search.UseDualStackEndpoint,
            AllowPlainHttp = search.AllowPlainHttp,
        };
    }

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(
            new LoginSessionLoader(this, search.TimeProvider, search.Handler ?? ServiceClient.CreateHandler()),
            search.TimeProvider
        );
}
