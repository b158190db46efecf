namespace SsoOidcGen.Model;

internal abstract record Shape(string Name)
{
    public string Documentation { get; init; } = "";

    public bool Sensitive { get; init; }

    public Deprecation? Deprecated { get; init; }
}
