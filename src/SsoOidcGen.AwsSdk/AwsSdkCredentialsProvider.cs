using Amazon.Runtime;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.AwsSdk;

/// <summary>The AWS SDK's credentials as generated clients see them.</summary>
internal sealed class AwsSdkCredentialsProvider(AWSCredentials credentials) : IAwsCredentialsProvider
{
    public AWSCredentials Credentials => credentials;

    /// <inheritdoc/>
    public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        ImmutableCredentials? current;
        try
        {
            current = await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonClientException exception)
        {
            throw new CredentialsException(
                $"The AWS SDK gave no credentials: {exception.Message.TrimEnd('.')}. Check what it is configured to use.",
                exception
            );
        }

        return current is null
            ? throw new CredentialsException(
                "The AWS SDK's credentials are anonymous, and the operation has to be signed. Set others."
            )
            : new AwsCredentials(current.AccessKey, current.SecretKey, current.Token) { AccountId = current.AccountId };
    }
}
