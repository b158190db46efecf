namespace SsoOidcGen.Runtime.Tests;

/// <summary>A home directory of its own with shared config files, removed at the end.</summary>
internal sealed class TestHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssooidcgen-");

    public TestHome(string config = "", string credentials = "", Dictionary<string, string>? variables = null)
    {
        Environment = new AwsEnvironment(_folder.FullName, variables);
        Write("config", config);
        Write("credentials", credentials);
    }

    public AwsEnvironment Environment { get; }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public ClientSettings Resolve(ServiceClientOptions? options = null, string serviceId = "SSO OIDC")
    {
        options ??= new ServiceClientOptions();
        options.Environment = Environment;
        return new ClientSettings(options, serviceId);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(PathOf(".aws"));
        File.WriteAllText(Path.Combine(PathOf(".aws"), name), text);
    }
}
