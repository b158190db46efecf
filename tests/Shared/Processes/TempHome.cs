namespace SsoOidcGen.Testing;

/// <summary>A home directory of its own, removed afterwards.</summary>
internal sealed class TempHome : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ssooidc-test-").FullName;

    public string ConfigFile => System.IO.Path.Combine(Path, ".aws", "config");

    public string CacheDirectory => System.IO.Path.Combine(Path, ".aws", "sso", "cache");

    public void WriteConfig(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(ConfigFile)!);
        File.WriteAllText(ConfigFile, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
