namespace SsoOidcGen.Runtime;

/// <summary>The end of the chain: only asking the instance metadata shows whether there is any.</summary>
internal sealed class LastResort(IAwsCredentialsProvider provider, string name, SearchReport report)
    : IAwsCredentialsProvider
{
    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        ValueTask<AwsCredentials> credentials = provider.GetCredentialsAsync(cancellationToken);
        return credentials.IsCompletedSuccessfully ? credentials : WaitAsync(credentials);
    }

    private async ValueTask<AwsCredentials> WaitAsync(ValueTask<AwsCredentials> credentials)
    {
        try
        {
            return await credentials.ConfigureAwait(false);
        }
        catch (NotConfiguredException exception)
        {
            throw report.ToException(name, exception.Message);
        }
    }
}
