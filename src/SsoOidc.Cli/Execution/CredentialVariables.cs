using System.Globalization;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>The environment variables that every AWS SDK reads. One that is null is taken away.</summary>
internal static class CredentialVariables
{
    public static IReadOnlyDictionary<string, string?> Of(AwsCredentials credentials, string? region)
    {
        Dictionary<string, string?> variables = new()
        {
            ["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credentials.SessionToken,
            ["AWS_CREDENTIAL_EXPIRATION"] = credentials.Expiration?.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                CultureInfo.InvariantCulture
            ),
            ["AWS_ACCOUNT_ID"] = credentials.AccountId,
            // What would lead a program to other credentials.
            ["AWS_PROFILE"] = null,
            ["AWS_DEFAULT_PROFILE"] = null,
            ["AWS_SECURITY_TOKEN"] = null,
        };
        if (region is not null)
        {
            variables["AWS_REGION"] = region;
            // botocore reads this one alone.
            variables["AWS_DEFAULT_REGION"] = region;
        }

        return variables;
    }
}
