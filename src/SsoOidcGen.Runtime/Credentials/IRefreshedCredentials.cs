using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Credentials that are refreshed while the old ones are still good, so that a failure is no caller's.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRefreshedCredentials : IAwsCredentialsProvider
{
    /// <summary>Why the last refresh failed; null when it did not.</summary>
    Exception? LastFailure { get; }
}
