using Microsoft.Extensions.Configuration;
using SsoOidcGen.Runtime;

namespace SsoOidc.DependencyInjection;

/// <summary>Reads a session from a section of the configuration.</summary>
internal static class SessionConfiguration
{
    private static readonly string[] s_keys = ["Session", "Name", "StartUrl", "Region", "Scopes", "Method"];

    /// <exception cref="ConfigurationException">The section is wrong.</exception>
    public static SsoSession Read(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        string[] unknown =
        [
            .. section
                .GetChildren()
                .Where(static setting => !s_keys.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                .Select(static setting => setting.Path),
        ];
        if (unknown.Length > 0)
        {
            throw new ConfigurationException(
                $"{string.Join(", ", unknown)}: no such setting. Known are {string.Join(", ", s_keys)}."
            );
        }

        return section["Session"] is { Length: > 0 } name
            ? SharedConfig.Load(AwsEnvironment.Process).ReadSsoSession(name)
            : new SsoSession
            {
                Name = section["Name"],
                StartUrl = Required(section, "StartUrl"),
                Region = Required(section, "Region"),
                Scopes = ScopesOf(section.GetSection("Scopes")),
                Method = MethodOf(section.GetSection("Method")),
            };
    }

    private static string Required(IConfiguration section, string key) =>
        section[key] is { Length: > 0 } value
            ? value
            : throw new ConfigurationException(
                $"{section.GetSection(key).Path} is missing. Set StartUrl and Region, or Session, the name of a session in the shared config file."
            );

    /// <summary>A list, or a text as in the shared config file.</summary>
    private static IReadOnlyList<string>? ScopesOf(IConfigurationSection scopes) =>
        scopes.GetChildren().Select(static scope => scope.Value).OfType<string>().ToArray() is { Length: > 0 } list
            ? list
            : SsoSession.ParseScopes(scopes.Value);

    private static SignInMethod MethodOf(IConfigurationSection method) =>
        method.Value is not { Length: > 0 } text ? SignInMethod.Automatic
        : Enum.TryParse(text, ignoreCase: true, out SignInMethod known) && Enum.IsDefined(known) ? known
        : throw new ConfigurationException(
            $"{method.Path} is '{text}'; known are {string.Join(", ", Enum.GetNames<SignInMethod>())}."
        );
}
