namespace SsoOidcGen.Runtime;

/// <summary>What a client authenticates its requests with. What few programs need is made when it is asked for.</summary>
/// <param name="credentials">The caller's credentials; null: those of environment and profile.</param>
internal sealed class AuthenticationSettings(IAwsCredentialsProvider? credentials)
{
    private IAwsCredentialsProvider? _credentials = credentials;
    private SigV4Signer? _signer;
    private SigV4aSigner? _multiRegionSigner;

    /// <summary>Null when none is set anywhere; see <see cref="RequireRegion"/>.</summary>
    public required string? Region { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required ConfigSection Profile { get; init; }

    /// <summary>The caller chose the profile, so that it goes before the environment.</summary>
    public required bool IsProfileChosen { get; init; }

    /// <summary>Null when the caller gave none; the environment may still hold a token.</summary>
    public required Func<CancellationToken, ValueTask<string>>? BearerToken { get; init; }

    public required bool AllowPlainHttp { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Made for the first request that is signed: a program that signs none does without the code.</summary>
    public IAwsCredentialsProvider Credentials =>
        _credentials ??= new DefaultCredentialsProvider(Environment, Profile, IsProfileChosen, TimeProvider);

    /// <summary>Signs this client's requests.</summary>
    public SigV4Signer Signer => _signer ??= new SigV4Signer();

    /// <summary>Signs those of this client's requests that several regions have to accept.</summary>
    public SigV4aSigner MultiRegionSigner => _multiRegionSigner ??= new SigV4aSigner();

    /// <exception cref="ConfigurationException">No region is set.</exception>
    public string RequireRegion() =>
        Region
        ?? throw new ConfigurationException(
            "No region is set. Set the Region option, the environment variable AWS_REGION, or 'region' in the profile."
        );
}
