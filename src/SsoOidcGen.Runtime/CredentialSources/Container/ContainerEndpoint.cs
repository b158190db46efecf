using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>Where a container gets its credentials (AWS SDKs and Tools Reference, "Container credential provider").</summary>
internal static class ContainerEndpoint
{
    public const string RelativeVariable = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    public const string FullVariable = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    private const string EcsHost = "169.254.170.2";

    private static readonly IPAddress[] Allowed =
    [
        IPAddress.Parse(EcsHost),
        IPAddress.Parse("169.254.170.23"),
        IPAddress.Parse("fd00:ec2::23"),
    ];

    public static bool IsConfigured(AwsEnvironment environment) =>
        environment.Variable(RelativeVariable) is not null || environment.Variable(FullVariable) is not null;

    /// <exception cref="ConfigurationException">The address is none, or the credentials would travel unencrypted to another machine.</exception>
    public static Uri Resolve(AwsEnvironment environment) =>
        environment.Variable(RelativeVariable) is { } path ? Relative(path) : Full(environment.Variable(FullVariable)!);

    private static Uri Relative(string path) =>
        path[0] == '/' && Uri.TryCreate($"http://{EcsHost}{path}", UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new ConfigurationException(
                $"Environment variable {RelativeVariable} must be a path that begins with '/', such as /v2/credentials."
            );

    private static Uri Full(string text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0
        )
        {
            throw new ConfigurationException(
                $"Environment variable {FullVariable} must be an absolute http or https URL, such as http://localhost:8080/credentials."
            );
        }

        return uri.Scheme == Uri.UriSchemeHttps || IsOfThisMachine(uri.DnsSafeHost)
            ? uri
            : throw new ConfigurationException(
                $"Environment variable {FullVariable} would get credentials from {uri.DnsSafeHost} unencrypted. Use https, localhost,"
                    + $" a loopback address, or one of {string.Join<IPAddress>(", ", Allowed)}."
            );
    }

    // What other names stand for is another machine's say.
    private static bool IsOfThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (
            IPAddress.TryParse(host, out IPAddress? address)
            && (IPAddress.IsLoopback(address) || Array.IndexOf(Allowed, address) >= 0)
        );
}
