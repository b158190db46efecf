using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>A file of protocol suites, and the code that the generator makes for each of them.</summary>
internal sealed class ProtocolFile
{
    private static readonly Dictionary<string, ProtocolFile> Loaded = [];

    private ProtocolFile(string name)
    {
        JsonElement[] suites =
        [
            .. JsonDocument
                .Parse(File.ReadAllText(Repository.DataOrSkip($"protocol-tests/{name}.json")))
                .RootElement.EnumerateArray(),
        ];
        Protocol = suites[0].GetProperty("metadata").GetProperty("protocol").GetString()!;
        Cases =
        [
            .. suites
                .SelectMany(suite =>
                {
                    Lazy<Assembly> code = new(() => Generate(suite));
                    return suite.GetProperty("cases").EnumerateArray().Select(definition => (suite, code, definition));
                })
                .Select(
                    (found, number) =>
                        new ProtocolCase(
                            name,
                            number,
                            IdOf(found.definition, found.suite),
                            found.code,
                            found.suite,
                            found.definition
                        )
                ),
        ];
    }

    public string Protocol { get; }

    public IReadOnlyList<ProtocolCase> Cases { get; }

    /// <param name="name">Direction and file, for example <c>input/rest-json</c>.</param>
    public static ProtocolFile Load(string name)
    {
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(name, out ProtocolFile? file))
            {
                Loaded[name] = file = new ProtocolFile(name);
            }

            return file;
        }
    }

    private static string IdOf(JsonElement definition, JsonElement suite) =>
        definition.TryGetProperty("id", out JsonElement id)
            ? id.GetString()!
            : suite.GetProperty("description").GetString()!;

    private static Assembly Generate(JsonElement suite)
    {
        Generation generation = Generation.Run(
            ModelText.Model("suite/service-2.json", ModelOf(suite), "Suite|SuiteClient||")
        );
        Assert.Empty(
            generation.Diagnostics.Where(static diagnostic =>
                diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning
            )
        );
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.Load();
    }

    /// <summary>A suite as a model: its cases' operations beside its shapes.</summary>
    private static string ModelOf(JsonElement suite)
    {
        JsonObject metadata = JsonNode.Parse(suite.GetProperty("metadata").GetRawText())!.AsObject();
        foreach (string name in (string[])["serviceId", "serviceFullName", "endpointPrefix"])
        {
            metadata.TryAdd(name, "suite");
        }

        metadata.TryAdd("signatureVersion", "v4");
        JsonObject operations = [];
        foreach (JsonElement definition in suite.GetProperty("cases").EnumerateArray())
        {
            JsonElement given = definition.GetProperty("given");
            operations[given.GetProperty("name").GetString()!] = JsonNode.Parse(given.GetRawText());
        }

        return new JsonObject
        {
            ["version"] = "2.0",
            ["metadata"] = metadata,
            ["operations"] = operations,
            ["shapes"] = JsonNode.Parse(suite.GetProperty("shapes").GetRawText()),
        }.ToJsonString();
    }
}
