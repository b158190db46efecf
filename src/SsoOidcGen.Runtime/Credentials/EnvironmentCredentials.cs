using System.Globalization;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Keys in environment variables. A variable that is blank counts as not set.</summary>
internal static class EnvironmentCredentials
{
    public const string KeyVariable = "AWS_ACCESS_KEY_ID";

    /// <summary>What messages call them.</summary>
    public const string Source = "environment variables";

    /// <summary>The letter that names them in a user agent.</summary>
    public const string Features = "g";

    private const string SecretVariable = "AWS_SECRET_ACCESS_KEY";
    private const string ExpirationVariable = "AWS_CREDENTIAL_EXPIRATION";

    /// <returns>Null when there are none.</returns>
    /// <exception cref="ConfigurationException">Only half a pair is set, or the expiration is no time.</exception>
    public static FoundCredentials? Find(AwsEnvironment environment, TimeProvider clock) =>
        Read(environment) is { } credentials
            ? new FoundCredentials(
                credentials.Expiration is null
                    ? credentials
                    : new FreshCredentials(new EnvironmentLoader(environment), clock),
                Source,
                Features
            )
            : null;

    /// <inheritdoc cref="Find"/>
    public static AwsCredentials? Read(AwsEnvironment environment)
    {
        if (Value(environment, KeyVariable) is not { } accessKeyId)
        {
            return null;
        }

        string secret =
            Value(environment, SecretVariable)
            ?? throw new ConfigurationException(
                $"Environment variable {KeyVariable} is set, but {SecretVariable} is not. Set both or neither."
            );
        return new AwsCredentials(accessKeyId, secret, Value(environment, "AWS_SESSION_TOKEN"))
        {
            AccountId = Value(environment, "AWS_ACCOUNT_ID"),
            Expiration = Value(environment, ExpirationVariable) is { } expiration ? Time(expiration) : null,
        };
    }

    private static string? Value(AwsEnvironment environment, string name) =>
        environment.Variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static DateTimeOffset Time(string text)
    {
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Universal, out DateTimeOffset time)
            ? time
            : throw new ConfigurationException(
                $"Environment variable {ExpirationVariable} is no ISO 8601 time, such as 2026-11-30T12:00:00Z. Correct or remove it."
            );
    }
}
