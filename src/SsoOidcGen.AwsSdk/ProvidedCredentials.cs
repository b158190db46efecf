using Amazon.Runtime;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.AwsSdk;

/// <summary>A provider's credentials as the AWS SDK sees them.</summary>
internal sealed class ProvidedCredentials(IAwsCredentialsProvider provider) : AWSCredentials
{
    public IAwsCredentialsProvider Provider => provider;

    /// <remarks>The SDK's clients on .NET sign asynchronously; this is for who calls it himself.</remarks>
    public override ImmutableCredentials GetCredentials() =>
        // On another thread, so that no synchronization context waits for itself.
        Task.Run(GetCredentialsAsync).GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        AwsCredentials current = await provider.GetCredentialsAsync().ConfigureAwait(false);
        return new ImmutableCredentials(
            current.AccessKeyId,
            current.SecretAccessKey,
            current.SessionToken,
            current.AccountId
        );
    }
}
