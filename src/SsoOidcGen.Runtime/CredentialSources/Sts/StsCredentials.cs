namespace SsoOidcGen.Runtime;

/// <summary>Credentials as STS hands them out.</summary>
internal static class StsCredentials
{
    private const int AccountPart = 4;

    /// <exception cref="CredentialsException">The response lacks them.</exception>
    public static AwsCredentials Read(Sts.Credentials? credentials, Sts.AssumedRoleUser? user, string source) =>
        credentials is { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 }
            ? new AwsCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken)
            {
                Expiration = credentials.Expiration,
                AccountId = AccountOf(user?.Arn),
            }
            : throw new CredentialsException($"STS responded without credentials for {source}. Try again.");

    /// <summary>The account in the ARN of a session; null when it is no ARN.</summary>
    internal static string? AccountOf(string? arn) =>
        arn?.Split(':') is ["arn", _, "sts" or "iam", ..] parts
        && parts.Length > AccountPart
        && parts[AccountPart].Length > 0
            ? parts[AccountPart]
            : null;

    /// <summary>The text of the service says what is wrong; here stands where it is configured.</summary>
    public static CredentialsException Failed(string where, string role, Exception failure) =>
        new(
            $"{where}: STS did not give credentials of {role}: {failure.Message.TrimEnd('.')}. Check the role's trust policy, and"
                + " what asks for it.",
            failure
        );
}
