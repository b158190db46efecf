namespace SsoOidcGen.Runtime;

/// <summary>Gives the credentials that sign requests.</summary>
public interface IAwsCredentialsProvider
{
    /// <summary>Current credentials. Asked once per attempt, so an implementation keeps what is still valid.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="MissingCredentialsException">There are none.</exception>
    /// <exception cref="CredentialsException">Their source failed.</exception>
    ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default);
}
