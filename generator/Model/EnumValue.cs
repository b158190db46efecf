namespace SsoOidcGen.Model;

/// <summary>A known value of a string.</summary>
internal sealed record EnumValue(string Value)
{
    /// <summary>HTML, or empty where the format or the model has none.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>Null when the value is not deprecated.</summary>
    public Deprecation? Deprecated { get; init; }
}
