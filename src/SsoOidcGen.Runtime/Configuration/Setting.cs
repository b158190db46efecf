namespace SsoOidcGen.Runtime;

/// <summary>A setting's text and where it was found.</summary>
internal sealed record Setting(string Text, string Where)
{
    public ConfigurationException Invalid(string problem) => new($"{Where} {problem}.");
}
