using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>Credentials that a command hands on.</summary>
/// <param name="Provider">Gives them, and renews them in time.</param>
/// <param name="Name">What the output calls them.</param>
/// <param name="Region">The profile's region; null when it has none.</param>
/// <param name="Login">What is disposed of with them.</param>
internal sealed record CredentialsInUse(
    IAwsCredentialsProvider Provider,
    string Name,
    string? Region,
    IDisposable? Login = null
) : IDisposable
{
    public void Dispose() => Login?.Dispose();
}
