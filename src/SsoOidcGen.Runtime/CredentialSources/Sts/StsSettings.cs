using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>With which settings STS is called: those of the client that is going to use the role.</summary>
internal sealed record StsSettings
{
    /// <summary>Where every account has STS.</summary>
    private const string LastResort = "us-east-1";

    private StsSettings() { }

    public required AwsEnvironment Environment { get; init; }

    /// <summary>Null: the one that the environment chooses.</summary>
    public required string? Profile { get; init; }

    public required string Region { get; init; }

    public required bool UseFipsEndpoint { get; init; }

    public required bool UseDualStackEndpoint { get; init; }

    public required bool AllowPlainHttp { get; init; }

    public static StsSettings Of(CredentialsSearch search) =>
        new()
        {
            Environment = search.Environment,
            Profile = search.IsProfileChosen ? search.Profile.Name : null,
            Region = search.Region ?? search.Profile["region"] ?? LastResort,
            UseFipsEndpoint = search.UseFipsEndpoint,
            UseDualStackEndpoint = search.UseDualStackEndpoint,
            AllowPlainHttp = search.AllowPlainHttp,
        };

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Sign the calls that are signed.</param>
    /// <param name="features">Letters for the user agent of calls that are not signed.</param>
    /// <param name="search">Clock and connections.</param>
    public Sts.StsClient CreateClient(IAwsCredentialsProvider? credentials, string? features, CredentialsSearch search)
    {
        ServiceClientOptions options = new()
        {
            Environment = Environment,
            Profile = Profile,
            Region = Region,
            UseFipsEndpoint = UseFipsEndpoint,
            UseDualStackEndpoint = UseDualStackEndpoint,
            AllowPlainHttp = AllowPlainHttp,
            Credentials = credentials,
            Features = features,
            MaxResponseBytes = MetadataClient.MaxBytes,
            TimeProvider = search.TimeProvider,
        };
        return search.Handler is { } handler
            ? new Sts.StsClient(new HttpClient(handler, disposeHandler: false), options)
            : new Sts.StsClient(options);
    }
}
