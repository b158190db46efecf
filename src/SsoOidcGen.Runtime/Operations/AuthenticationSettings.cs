using System.Net;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>What a client authenticates its requests with. What few programs need is made when it is asked for.</summary>
/// <param name="credentials">The caller's credentials; null: those that the chain of the operation finds.</param>
internal sealed class AuthenticationSettings(IAwsCredentialsProvider? credentials)
{
    private const string GivenInCode = "e";

    private IAwsCredentialsProvider? _credentials = credentials;
    private SigV4Signer? _signer;
    private SigV4aSigner? _multiRegionSigner;
    private S3Sessions? _s3Sessions;
    private AwsCredentials? _observedCredentials;
    private Exception? _observedFailure;

    /// <summary>Null when none is set anywhere; see <see cref="RequireRegion"/>.</summary>
    public required string? Region { get; init; }

    public required AwsEnvironment Environment { get; init; }

    /// <summary>What a search for credentials goes by.</summary>
    public required Func<CredentialsSearch> CreateSearch { get; init; }

    /// <summary>Null when the caller gave none; the environment may still hold a token.</summary>
    public required Func<CancellationToken, ValueTask<string>>? BearerToken { get; init; }

    /// <summary>Null when the caller gave none.</summary>
    public required Func<CancellationToken, ValueTask<string>>? ApiKey { get; init; }

    /// <summary>Null when the caller gave none.</summary>
    public required Func<CancellationToken, ValueTask<NetworkCredential>>? BasicCredentials { get; init; }

    public required bool AllowPlainHttp { get; init; }

    /// <summary>S3's signatures cover the bodies; null: where nothing else protects them.</summary>
    public required bool? SignsPayloads { get; init; }

    /// <summary>The caller's credentials, or those that a chain finds. One client has one chain: the first search counts.</summary>
    /// <exception cref="ConfigurationException">There is neither, or what is configured is wrong.</exception>
    public IAwsCredentialsProvider CredentialsFrom(CredentialsChain? chain) =>
        _credentials ??=
            chain?.Find(CreateSearch())
            ?? throw new MissingCredentialsException(
                "The operation has to be signed, and says nothing of where to look for credentials. Set the Credentials option."
            );

    /// <summary>The letters that say in a user agent where the credentials come from; null as long as none are needed.</summary>
    public string? Features =>
        _credentials switch
        {
            null => null,
            FoundCredentials found => found.Features,
            _ => GivenInCode,
        };

    /// <summary>Signs this client's requests.</summary>
    public SigV4Signer Signer => _signer ??= new SigV4Signer();

    /// <summary>Signs those of this client's requests that several regions have to accept.</summary>
    public SigV4aSigner MultiRegionSigner => _multiRegionSigner ??= new SigV4aSigner();

    /// <summary>The sessions of the directory buckets that this client accesses.</summary>
    public S3Sessions S3Sessions =>
        _s3Sessions ?? Interlocked.CompareExchange(ref _s3Sessions, new S3Sessions(), null) ?? _s3Sessions;

    /// <summary>Current credentials; a change of them is told, and once what kept them from changing.</summary>
    public ValueTask<AwsCredentials> GetCredentialsAsync(
        CredentialsChain? chain,
        CallObservation? observation,
        CancellationToken cancellationToken
    ) =>
        observation is null
            ? CredentialsFrom(chain).GetCredentialsAsync(cancellationToken)
            : ObserveCredentialsAsync(chain, observation, cancellationToken);

    private async ValueTask<AwsCredentials> ObserveCredentialsAsync(
        CredentialsChain? chain,
        CallObservation observation,
        CancellationToken cancellationToken
    )
    {
        TimeProvider clock = observation.Clock;
        long start = clock.GetTimestamp();
        try
        {
            IAwsCredentialsProvider provider = CredentialsFrom(chain);
            AwsCredentials current = await provider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);
            AwsCredentials? known = Interlocked.Exchange(ref _observedCredentials, current);
            if (known != current)
            {
                observation.CredentialsChanged(
                    SourceName,
                    clock.GetElapsedTime(start),
                    current.Expiration - clock.GetUtcNow(),
                    isFirst: known is null
                );
            }

            if (LastFailure is { } failure && Interlocked.Exchange(ref _observedFailure, failure) != failure)
            {
                observation.CredentialsFailed(SourceName, failure);
            }

            return current;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _observedFailure = LastFailure;
            observation.CredentialsFailed(SourceName, e);
            throw;
        }
    }

    private string SourceName =>
        _credentials switch
        {
            null => "the default chain",
            FoundCredentials found => found.Source,
            { } given => given.GetType().Name,
        };

    private Exception? LastFailure => (_credentials as IRefreshedCredentials)?.LastFailure;

    /// <exception cref="ConfigurationException">No region is set.</exception>
    public string RequireRegion() =>
        Region
        ?? throw new ConfigurationException(
            "No region is set. Set the Region option, the environment variable AWS_REGION, or 'region' in the profile."
        );
}
