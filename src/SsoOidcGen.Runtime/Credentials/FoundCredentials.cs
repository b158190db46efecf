using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Credentials that a search found, and what is told about them.</summary>
/// <param name="provider">Gives them.</param>
/// <param name="source">Where they come from; no secret.</param>
/// <param name="features">The letters that name the source in a user agent.</param>
/// <param name="whenMissing">What to throw when the source has nothing after all, by its reason; null: it always has.</param>
internal sealed class FoundCredentials(
    IAwsCredentialsProvider provider,
    string source,
    string features,
    Func<string, Exception>? whenMissing = null
) : IRefreshedCredentials
{
    public string Source => source;

    public string Features => features;

    /// <inheritdoc/>
    public Exception? LastFailure => (provider as IRefreshedCredentials)?.LastFailure;

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
        whenMissing is null
            ? provider.GetCredentialsAsync(cancellationToken)
            : WaitAsync(provider.GetCredentialsAsync(cancellationToken), whenMissing);

    private static async ValueTask<AwsCredentials> WaitAsync(
        ValueTask<AwsCredentials> credentials,
        Func<string, Exception> whenMissing
    )
    {
        try
        {
            return await credentials.ConfigureAwait(false);
        }
        catch (NotConfiguredException exception)
        {
            throw whenMissing(exception.Message);
        }
    }
}
