using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>What the two files say.</summary>
public sealed class ProfileParserTests : IDisposable
{
    private const string File = "profile-parser-tests.json";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("ssooidcgen-");

    public static TheoryData<string> Cases => JsonCases.Names(File, "tests", "name");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_profiles_are_those_of_the_other_client(string name)
    {
        KnownDifferences.SkipListed(name);
        JsonElement test = JsonCases.Find(File, "tests", "name", name);
        Write("config", test.GetProperty("input"), "configFile");
        Write("credentials", test.GetProperty("input"), "credentialsFile");

        string outcome;
        try
        {
            SharedConfig config = SharedConfig.Load(new AwsEnvironment(_home.FullName));
            outcome = $"{Shown(config.Profiles)}, sessions {Shown(config.SsoSessions)}";
        }
        catch (ConfigurationException)
        {
            outcome = "error";
        }

        JsonElement output = test.GetProperty("output");
        string expected = output.TryGetProperty("config", out JsonElement result)
            ? $"{Shown(result, "profiles")}, sessions {Shown(result, "sso_sessions")}"
            : "error";
        Assert.Equal(expected, outcome);
    }

    private void Write(string file, JsonElement input, string member)
    {
        if (input.TryGetProperty(member, out JsonElement text))
        {
            string path = Path.Combine(_home.FullName, ".aws", file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, text.GetString());
        }
    }

    private static string Shown(IReadOnlyDictionary<string, ConfigSection> sections) =>
        JsonSerializer.Serialize(
            Sorted(sections, static section => Sorted(section.Values, static value => value.Text))
        );

    private static string Shown(JsonElement result, string member) =>
        JsonSerializer.Serialize(
            Sorted(
                result.TryGetProperty(member, out JsonElement sections)
                    ? sections.EnumerateObject().ToDictionary(static item => item.Name, static item => item.Value)
                    : [],
                static section => Sorted(JsonCases.Texts(section), static text => text)
            )
        );

    private static SortedDictionary<string, TResult> Sorted<T, TResult>(
        IReadOnlyDictionary<string, T> items,
        Func<T, TResult> shown
    ) => new(items.ToDictionary(static item => item.Key, item => shown(item.Value)), StringComparer.Ordinal);
}
