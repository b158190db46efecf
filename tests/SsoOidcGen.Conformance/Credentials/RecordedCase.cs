using System.Text.Json;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>A case of another client: an environment, a file system, the traffic that it recorded, and what came of it.</summary>
internal sealed class RecordedCase : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ssooidcgen-");

    /// <param name="name">Folder and name of the case, for example <c>default-chain/imds_disabled</c>.</param>
    public RecordedCase(string name)
    {
        string folder = Repository.DataOrSkip("credentials-tests/" + name);
        string files = Path.Combine(folder, "fs");
        string[] paths = Directory.Exists(files)
            ?
            [
                .. Directory
                    .EnumerateFiles(files, "*", SearchOption.AllDirectories)
                    .Select(path => "/" + Path.GetRelativePath(files, path).Replace('\\', '/')),
            ]
            : [];
        foreach (string path in paths)
        {
            string target = _root.FullName + path;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, Moved(File.ReadAllText(files + path), paths));
        }

        Dictionary<string, string> variables = Read(Path.Combine(folder, "env.json"))
            .EnumerateObject()
            .ToDictionary(static member => member.Name, member => Moved(member.Value.GetString()!, paths));
        if (name.EndsWith("/sso_server_error", StringComparison.Ordinal))
        {
            // The case was recorded without retries.
            variables["AWS_MAX_ATTEMPTS"] = "1";
        }

        Environment = new AwsEnvironment(_root.FullName + variables.GetValueOrDefault("HOME", "/home"), variables);
        string traffic = Path.Combine(folder, "http-traffic.json");
        Traffic = new ReplayHandler(File.Exists(traffic) ? Read(traffic) : null);
        Result = Read(Path.Combine(folder, "test-case.json")).GetProperty("result");
    }

    public AwsEnvironment Environment { get; }

    public ReplayHandler Traffic { get; }

    /// <summary>Either <c>Ok</c> or <c>ErrorContains</c>.</summary>
    public JsonElement Result { get; }

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>The file system of the case is mounted at the root there, and in a folder here.</summary>
    private string Moved(string text, IEnumerable<string> paths) =>
        paths
            .Where(static path => !path.StartsWith("/home/", StringComparison.Ordinal))
            .Aggregate(text, (moved, path) => moved.Replace(path, _root.FullName + path, StringComparison.Ordinal));

    private static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
