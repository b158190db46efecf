using System.Text.Json;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Cases that lie together in one file.</summary>
internal static class JsonCases
{
    /// <summary>Their names; a name that comes again is numbered.</summary>
    /// <param name="file">The file.</param>
    /// <param name="list">The member that holds the cases; null: the file is the list.</param>
    /// <param name="key">The member that names a case.</param>
    public static TheoryData<string> Names(string file, string? list, string key) =>
        File.Exists(PathOf(file)) ? [.. All(PathOf(file), list, key).Select(static test => test.Name)] : [];

    public static JsonElement Find(string file, string? list, string key, string name) =>
        All(Repository.DataOrSkip("credentials-tests/" + file), list, key).Single(test => test.Name == name).Case;

    /// <summary>An object of texts.</summary>
    public static Dictionary<string, string> Texts(JsonElement json) =>
        json.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value.GetString()!);

    private static string PathOf(string file) => Path.Combine(Repository.Data, "credentials-tests", file);

    private static IEnumerable<(string Name, JsonElement Case)> All(string path, string? list, string key)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement cases = list is null ? document.RootElement : document.RootElement.GetProperty(list);
        return
        [
            .. cases
                .Clone()
                .EnumerateArray()
                .GroupBy(test => test.GetProperty(key).GetString()!)
                .SelectMany(static group =>
                    group.Select((test, index) => (index == 0 ? group.Key : $"{group.Key} ({index + 1})", test))
                ),
        ];
    }
}
