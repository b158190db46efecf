using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Where the metadata of an instance is (AWS SDKs and Tools Reference, "IMDS credential provider").</summary>
internal static class InstanceEndpoint
{
    private const string EndpointVariable = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
    private const string ModeVariable = "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE";

    private static readonly Uri IPv4 = new("http://169.254.169.254");
    private static readonly Uri IPv6 = new("http://[fd00:ec2::254]");

    /// <exception cref="ConfigurationException">The address is none, or the mode is unknown.</exception>
    public static Uri Resolve(SettingReader settings)
    {
        if (settings.Find("ec2_metadata_service_endpoint", EndpointVariable) is { } endpoint)
        {
            return ConfiguredEndpoint.Checked(endpoint.Text, endpoint.Where);
        }

        Setting? mode = settings.Find("ec2_metadata_service_endpoint_mode", ModeVariable);
        return mode?.Text.ToUpperInvariant() switch
        {
            null or "IPV4" => IPv4,
            "IPV6" => IPv6,
            _ => throw mode.Invalid($"is '{mode.Text}'; it must be IPv4 or IPv6"),
        };
    }
}
