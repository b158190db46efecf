namespace SsoOidcGen.Runtime;

/// <summary>Finds the endpoint that the environment or the shared config sets for a service.</summary>
/// <remarks>The order is that of the AWS SDKs and Tools Reference, "Service-specific endpoints".</remarks>
internal static class ConfiguredEndpoint
{
    private const string Variable = "AWS_ENDPOINT_URL";
    private const string Key = "endpoint_url";

    public static Uri? Find(string serviceId, AwsEnvironment environment, SharedConfig config, ConfigSection profile)
    {
        string service = serviceId.Replace(' ', '_').Replace('-', '_');
        return FromEnvironment($"{Variable}_{service.ToUpperInvariant()}", environment)
            ?? FromEnvironment(Variable, environment)
            ?? FromServices(service.ToLowerInvariant(), config, profile)
            ?? FromFile(profile.Values.GetValueOrDefault(Key));
    }

    /// <exception cref="ConfigurationException">The address is not an absolute http or https URL.</exception>
    public static Uri Checked(string text, string where) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { Query: "", Fragment: "", UserInfo: "" }
            ? uri
            : throw new ConfigurationException(
                $"{where} must be an absolute http or https URL without query, such as https://localhost:8443."
            );

    private static Uri? FromEnvironment(string variable, AwsEnvironment environment) =>
        environment.Variable(variable) is { } text ? Checked(text, $"Environment variable {variable}") : null;

    private static Uri? FromServices(string service, SharedConfig config, ConfigSection profile)
    {
        if (!profile.Values.TryGetValue("services", out ConfigValue? reference))
        {
            return null;
        }

        if (!config.Services.TryGetValue(reference.Text, out ConfigSection? services))
        {
            throw new ConfigurationException(
                $"{reference.Where} names a section [services {reference.Text}] that is not there. Add it or correct"
                    + $" the name. {SharedConfig.Known(config.Services)}"
            );
        }

        return FromFile(services.Values.GetValueOrDefault(service)?.Block?.GetValueOrDefault(Key));
    }

    private static Uri? FromFile(ConfigValue? value) =>
        value is { Text.Length: > 0 } ? Checked(value.Text, value.Where) : null;
}
