using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Where an operation that is signed looks for credentials, unless the client was given some.</summary>
/// <remarks>Operations point to it, so that a trimmed program that signs nothing holds none of it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CredentialsChain
{
    private protected CredentialsChain() { }

    /// <summary>Looks for credentials; nothing is sent before they are asked for.</summary>
    /// <param name="search">The settings of the client.</param>
    /// <exception cref="MissingCredentialsException">Nothing is configured.</exception>
    /// <exception cref="ConfigurationException">What is configured is wrong.</exception>
    public abstract IAwsCredentialsProvider Find(CredentialsSearch search);
}
