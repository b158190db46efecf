namespace SsoOidcGen.Reading.Formats;

internal sealed record ModelFile(string Path, string Text)
{
    /// <summary>The last part of the path.</summary>
    public string Name => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
}
