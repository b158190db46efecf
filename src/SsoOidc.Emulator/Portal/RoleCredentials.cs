using System.Security.Cryptography;

namespace SsoOidc.Emulator;

/// <summary>Short-lived credentials of a role. A class, so that no generated text shows the secrets.</summary>
internal sealed class RoleCredentials(DateTimeOffset expiration, string arn)
{
    private const string AccessKeyIdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public string AccessKeyId { get; } = $"ASIA{RandomNumberGenerator.GetString(AccessKeyIdCharacters, 16)}";

    public string SecretAccessKey { get; } = Secrets.Create();

    public string SessionToken { get; } = Secrets.Create();

    public DateTimeOffset Expiration { get; } = expiration;

    /// <summary>The ARN of the session.</summary>
    public string Arn { get; } = arn;
}
