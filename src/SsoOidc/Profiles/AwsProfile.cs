using SsoOidc.CompilerServices;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc;

/// <summary>A profile of the shared config and credentials files: its region, its credentials, and options that make a client use both.</summary>
/// <example>
/// <code>
/// using DynamoDbClient client = new(AwsProfile.Load("dev").ClientOptions);
/// </code>
/// </example>
public sealed class AwsProfile
{
    private readonly AwsEnvironment _environment;

    private AwsProfile(ConfigSection section, AwsEnvironment environment)
    {
        _environment = environment;
        Name = section.Name;
        Region = section["region"] is { Length: > 0 } region ? region : null;
        Credentials = ClientCredentials.Find(SsoCredentialsChain.Instance, CreateOptions());
    }

    /// <summary>The profile's name.</summary>
    public string Name { get; }

    /// <summary>The profile's region; null when it has none.</summary>
    public string? Region { get; }

    /// <summary>
    /// The profile's credentials: keys, a role and what it builds on, web identity, IAM Identity Center, or a process. They are
    /// those of all clients with this profile, and renewed in time.
    /// </summary>
    public IAwsCredentialsProvider Credentials { get; }

    /// <summary>Options of a client that uses the profile: region, credentials, endpoints and all other settings. Each time new ones.</summary>
    public ServiceClientOptions ClientOptions => CreateOptions() with { Credentials = Credentials };

    /// <summary>Reads a profile; nothing is sent.</summary>
    /// <param name="name">The profile's name; null for the one in effect: <c>AWS_PROFILE</c>, else <c>default</c>.</param>
    /// <param name="environment">Says where the files are; null for the running process.</param>
    /// <exception cref="ConfigurationException">The profile does not exist, or it, or one that it refers to, is wrong.</exception>
    /// <exception cref="MissingCredentialsException">Neither the profile nor the machine has credentials.</exception>
    public static AwsProfile Load(string? name = null, AwsEnvironment? environment = null)
    {
        environment ??= AwsEnvironment.Process;
        return new AwsProfile(SharedConfig.Load(environment).SelectProfile(name), environment);
    }

    /// <summary>The name and the region.</summary>
    public override string ToString() => $"AwsProfile {{ Name = {Name}, Region = {Region} }}";

    private ServiceClientOptions CreateOptions() =>
        new()
        {
            Profile = Name,
            Region = Region,
            Environment = _environment,
        };
}
