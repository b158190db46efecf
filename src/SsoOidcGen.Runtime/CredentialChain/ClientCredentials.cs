using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The credentials that a client with certain options would use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientCredentials
{
    private const string AnyService = "STS";

    /// <summary>Finds them; nothing is sent before they are asked for.</summary>
    /// <param name="chain">Where to look, unless the options hold some.</param>
    /// <param name="options">The client's options.</param>
    /// <exception cref="MissingCredentialsException">Nothing is configured.</exception>
    /// <exception cref="ConfigurationException">What is configured is wrong.</exception>
    public static IAwsCredentialsProvider Find(CredentialsChain chain, ServiceClientOptions options) =>
        new ClientSettings(options, AnyService).Authentication.CredentialsFrom(chain);
}
