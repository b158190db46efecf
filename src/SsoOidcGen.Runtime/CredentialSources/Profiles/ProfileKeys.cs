namespace SsoOidcGen.Runtime;

/// <summary>Keys in a profile.</summary>
internal static class ProfileKeys
{
    public const string KeySetting = "aws_access_key_id";

    private const string SecretSetting = "aws_secret_access_key";

    /// <returns>Null when the profile has none.</returns>
    /// <exception cref="ConfigurationException">It has half a pair.</exception>
    public static KeysSource? Find(ConfigSection profile) =>
        (profile.Find(KeySetting), profile.Find(SecretSetting)) switch
        {
            (null, null) => null,
            ({ } key, { } secret) => new KeysSource(
                new AwsCredentials(key.Text, secret.Text, profile["aws_session_token"])
                {
                    AccountId = profile.Find("aws_account_id")?.Text,
                },
                key.Where
            ),
            ({ } key, _) => throw Half(key, SecretSetting),
            (_, { } secret) => throw Half(secret, KeySetting),
        };

    private static ConfigurationException Half(ConfigValue present, string missing) =>
        new($"{present.Where} has no companion '{missing}' in the profile. Add it or remove the key.");
}
