using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>The source that a role builds on: where it has nothing, that is the fault of who names it.</summary>
internal sealed class NamedBase(CredentialsSource source, IAwsCredentialsProvider provider, string where)
    : IAwsCredentialsProvider
{
    /// <inheritdoc/>
    public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await provider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NotConfiguredException exception)
        {
            throw new CredentialsException(
                $"{where} takes credentials from {source.Name}, but {exception.Message}. Provide them there, or name another source.",
                exception
            );
        }
    }
}
