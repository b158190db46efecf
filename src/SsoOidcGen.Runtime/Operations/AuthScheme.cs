namespace SsoOidcGen.Runtime;

/// <summary>How a request is authenticated (Smithy authentication traits).</summary>
/// <remarks>A trimmed program keeps the code of those schemes alone that its operations use.</remarks>
public abstract class AuthScheme
{
    private protected AuthScheme() { }

    /// <summary>AWS Signature Version 4.</summary>
    public static AuthScheme SigV4 => SigV4AuthScheme.Instance;

    /// <summary>A bearer token in the <c>Authorization</c> header (RFC 6750 §2.1).</summary>
    public static AuthScheme Bearer => BearerAuthScheme.Instance;

    /// <summary>A bearer token where one is set, else AWS Signature Version 4.</summary>
    public static AuthScheme BearerOrSigV4 => BearerOrSigV4AuthScheme.Instance;

    /// <summary>A request is refused when the clock is wrong.</summary>
    internal virtual bool ReliesOnClock => false;

    /// <summary>Gives a message what it needs; it is complete otherwise.</summary>
    /// <exception cref="MissingCredentialsException">There is nothing to authenticate with.</exception>
    /// <exception cref="ConfigurationException">A setting is wrong or missing.</exception>
    internal abstract ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken);
}
