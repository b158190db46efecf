using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>The role of an EC2 instance, from the instance's metadata.</summary>
/// <param name="Endpoint">Where the metadata is.</param>
/// <param name="Timeout">The time for one request.</param>
/// <param name="MaxAttempts">How often each request is sent at most.</param>
/// <param name="InstanceProfile">The role to ask for; null: the one that the metadata names.</param>
internal sealed record InstanceSource(Uri Endpoint, TimeSpan Timeout, int MaxAttempts, string? InstanceProfile)
    : CredentialsSource
{
    /// <summary>What messages call it.</summary>
    public const string Metadata = "instance metadata";

    private const string DisabledVariable = "AWS_EC2_METADATA_DISABLED";
    private const int DefaultMaxAttempts = 4;
    private const int LongestTimeoutSeconds = 3600;
    private const int MostAttempts = 100;

    public override string Name => Metadata;

    public override string Features => "0";

    /// <returns>Null when the metadata is switched off; <paramref name="reason"/> says where.</returns>
    /// <exception cref="ConfigurationException">A setting is wrong.</exception>
    public static InstanceSource? Find(CredentialsSearch search, out string reason)
    {
        SettingReader settings = new(search.Environment, search.Profile);
        Setting? disabled = settings.Find("disable_ec2_metadata", DisabledVariable);
        reason = disabled is null ? "" : $"{disabled.Where} is true";
        return disabled is not null && disabled.Text.Equals("true", StringComparison.OrdinalIgnoreCase)
            ? null
            : new InstanceSource(
                InstanceEndpoint.Resolve(settings),
                TimeSpan.FromSeconds(
                    settings.Number(
                        "metadata_service_timeout",
                        "AWS_METADATA_SERVICE_TIMEOUT",
                        1,
                        LongestTimeoutSeconds
                    ) ?? 1
                ),
                settings.Number("metadata_service_num_attempts", "AWS_METADATA_SERVICE_NUM_ATTEMPTS", 1, MostAttempts)
                    ?? DefaultMaxAttempts,
                ReadInstanceProfile(settings)
            );
    }

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(
            new InstanceLoader(this, new InstanceMetadata(this, search.Handler, search.TimeProvider)),
            search.TimeProvider
        );

    private static string? ReadInstanceProfile(SettingReader settings)
    {
        Setting? name = settings.Find("ec2_instance_profile_name", "AWS_EC2_INSTANCE_PROFILE_NAME");
        return name is null || !string.IsNullOrWhiteSpace(name.Text)
            ? name?.Text.Trim()
            : throw name.Invalid("is blank; name an instance profile's role or remove it");
    }
}
