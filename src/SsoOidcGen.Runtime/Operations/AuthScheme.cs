using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>How a request is authenticated (Smithy authentication traits).</summary>
/// <remarks>A trimmed program keeps the code of those schemes alone that its operations use.</remarks>
public abstract class AuthScheme
{
    private protected AuthScheme() { }

    /// <summary>AWS Signature Version 4.</summary>
    public static AuthScheme SigV4 => SigV4AuthScheme.Instance;

    /// <summary>AWS Signature Version 4A, whose signatures are valid in several regions.</summary>
    public static AuthScheme SigV4a => SigV4aAuthScheme.Instance;

    /// <summary>AWS Signature Version 4 with the credentials of a session, as the directory buckets of S3 want it.</summary>
    public static AuthScheme S3Express => S3ExpressAuthScheme.Instance;

    /// <summary>A bearer token in the <c>Authorization</c> header (RFC 6750 §2.1).</summary>
    public static AuthScheme Bearer => BearerAuthScheme.Instance;

    /// <summary>User name and password in the <c>Authorization</c> header (RFC 7617).</summary>
    public static AuthScheme Basic => BasicAuthScheme.Instance;

    /// <summary>No authentication, for clients that have nothing to authenticate with, where the service lets them in (Smithy <c>optionalAuth</c>).</summary>
    public static AuthScheme Anonymous => AnonymousAuthScheme.Instance;

    /// <summary>An API key in a header (Smithy <c>httpApiKeyAuth</c>).</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="scheme">Goes before the key, for example <c>ApiKey</c> in <c>Authorization</c>; null: nothing does.</param>
    public static AuthScheme ApiKeyInHeader(string name, string? scheme = null) =>
        new ApiKeyHeaderAuthScheme(name, scheme);

    /// <summary>An API key in the query (Smithy <c>httpApiKeyAuth</c>).</summary>
    /// <param name="name">The name of the query parameter.</param>
    public static AuthScheme ApiKeyInQuery(string name) => new ApiKeyQueryAuthScheme(name);

    /// <summary>The first that the client is configured for; where it is for none, the first of all, whose error says what is missing.</summary>
    /// <param name="schemes">Those that the service accepts, best first.</param>
    public static AuthScheme FirstOf(params AuthScheme[] schemes) => new FirstConfiguredAuthScheme(schemes);

    /// <summary>The first that the endpoint accepts, in its order; where it says nothing, the first of these.</summary>
    /// <param name="schemes">Those that the operation may need.</param>
    public static AuthScheme ByEndpoint(params AuthScheme[] schemes) => new EndpointChoiceAuthScheme(schemes);

    /// <summary>A request is refused when the clock is wrong.</summary>
    internal virtual bool ReliesOnClock => false;

    /// <summary>What endpoints call it; null when none has a say in it.</summary>
    internal virtual string? EndpointName => null;

    /// <summary>The client's settings have what the scheme needs, as far as that can be told without a search.</summary>
    internal virtual bool IsConfigured(AuthRequest request) => true;

    /// <summary>Gives a message what it needs; it is complete otherwise.</summary>
    /// <exception cref="MissingCredentialsException">There is nothing to authenticate with.</exception>
    /// <exception cref="ConfigurationException">A setting is wrong or missing.</exception>
    internal abstract ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken);

    /// <summary>Adds the secrets that a message holds because of the scheme, so that no error repeats them.</summary>
    internal virtual void AddSecrets(HttpRequestMessage message, SensitiveValues secrets) { }

    /// <summary>Puts what a message needs into its address.</summary>
    /// <returns>When the address ceases to be valid.</returns>
    /// <exception cref="NotSupportedException">The scheme has no form for that.</exception>
    /// <inheritdoc cref="AuthenticateAsync"/>
    internal virtual ValueTask<DateTimeOffset> PresignAsync(
        AuthRequest request,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException($"{request.Operation} is not signed, so it cannot be presigned.");
}
