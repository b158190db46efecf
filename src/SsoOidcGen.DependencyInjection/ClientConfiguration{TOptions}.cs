using Microsoft.Extensions.Configuration;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.DependencyInjection;

/// <summary>A client's settings in a section of the configuration. Its keys are the names of the properties.</summary>
/// <param name="section">The section.</param>
/// <param name="ownSettings">How to read what only this client's settings have.</param>
internal sealed class ClientConfiguration<TOptions>(
    IConfiguration section,
    IReadOnlyDictionary<string, Action<TOptions, string>> ownSettings
)
    where TOptions : ServiceClientOptions, new()
{
    /// <summary>Takes over what is right; <see cref="Errors"/> tells the rest.</summary>
    public void Bind(TOptions options)
    {
        foreach (IConfigurationSection setting in section.GetChildren())
        {
            _ = ErrorOf(setting, options);
        }
    }

    /// <summary>What is wrong with the section, each with its key.</summary>
    public IEnumerable<string> Errors()
    {
        TOptions unused = new();
        return section.GetChildren().Select(setting => ErrorOf(setting, unused)).OfType<string>();
    }

    private string? ErrorOf(IConfigurationSection setting, TOptions options)
    {
        Action<TOptions, string>? set =
            ownSettings.GetValueOrDefault(setting.Key) ?? CommonSettings.All.GetValueOrDefault(setting.Key);
        if (set is null)
        {
            IEnumerable<string> known = CommonSettings.All.Keys.Concat(ownSettings.Keys).Order(StringComparer.Ordinal);
            return $"{setting.Path} is not a setting. Known are {string.Join(", ", known)}.";
        }

        if (setting.Value is not { Length: > 0 } text)
        {
            return setting.GetChildren().Any() ? $"{setting.Path} has values below it; it must be one." : null;
        }

        try
        {
            set(options, text);
            return null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return $"{setting.Path} is '{text}': {e.Message}";
        }
    }
}
