using Amazon.Runtime;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.AwsSdk;

/// <summary>Hands credentials from clients that SsoOidcGen generates to the AWS SDK for .NET, and the other way round.</summary>
public static class CredentialsConversions
{
    /// <summary>Credentials for clients of the AWS SDK. They ask the provider each time they sign; it renews what it gives.</summary>
    /// <param name="provider">The provider; it stays the caller's.</param>
    public static AWSCredentials ToAwsSdk(this IAwsCredentialsProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider is AwsSdkCredentialsProvider { Credentials: var own } ? own : new ProvidedCredentials(provider);
    }

    /// <summary>A provider for generated clients. It asks the AWS SDK each time they sign; the SDK renews what it gives.</summary>
    /// <param name="credentials">Credentials of any kind that the AWS SDK has, except anonymous ones.</param>
    public static IAwsCredentialsProvider ToProvider(this AWSCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials is ProvidedCredentials { Provider: var own }
            ? own
            : new AwsSdkCredentialsProvider(credentials);
    }
}
