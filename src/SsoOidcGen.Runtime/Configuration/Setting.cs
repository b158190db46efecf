namespace SsoOidcGen.Runtime;

/// <summary>A setting's text and where it was found.</summary>
internal readonly record struct Setting(string Text, string Where)
{
    public ConfigurationException Invalid(string problem) => new($"{Where} {problem}.");
}
