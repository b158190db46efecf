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

    /// <summary>A bearer token where one is set, else AWS Signature Version 4.</summary>
    public static AuthScheme BearerOrSigV4 => BearerOrSigV4AuthScheme.Instance;

    /// <summary>The first that the endpoint accepts, in its order; where it says nothing, the first of these.</summary>
    /// <param name="schemes">Those that the operation may need.</param>
    public static AuthScheme ByEndpoint(params AuthScheme[] schemes) => new EndpointChoiceAuthScheme(schemes);

    /// <summary>A request is refused when the clock is wrong.</summary>
    internal virtual bool ReliesOnClock => false;

    /// <summary>What endpoints call it; null when none has a say in it.</summary>
    internal virtual string? EndpointName => null;

    /// <summary>Gives a message what it needs; it is complete otherwise.</summary>
    /// <exception cref="MissingCredentialsException">There is nothing to authenticate with.</exception>
    /// <exception cref="ConfigurationException">A setting is wrong or missing.</exception>
    internal abstract ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken);

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
