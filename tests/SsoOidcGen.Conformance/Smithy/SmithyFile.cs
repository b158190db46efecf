using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>A model with protocol tests, the client that is generated for it, and its cases for clients.</summary>
internal sealed class SmithyFile
{
    /// <summary>Some endpoints of S3 accept only signatures that clients cannot make.</summary>
    private const string UnsupportedSigning = "SSOGEN048";

    private static readonly Dictionary<string, SmithyFile> s_loaded = [];

    private readonly string _name;
    private readonly JsonElement _shapes;
    private readonly Lazy<Assembly> _code;

    private SmithyFile(string name)
    {
        _name = name;
        string path = Repository.DataOrSkip($"smithy-protocol-tests/{name}.json");
        string text = File.ReadAllText(path);
        _shapes = JsonDocument.Parse(text).RootElement.GetProperty("shapes");
        _code = new Lazy<Assembly>(() => Generate(path, text));
        Cases = [.. _shapes.EnumerateObject().SelectMany(CasesOf)];
    }

    public IReadOnlyList<SmithyCase> Cases { get; }

    /// <param name="name">Protocol and service, for example <c>restJson1/RestJson</c>.</param>
    public static SmithyFile Load(string name)
    {
        lock (s_loaded)
        {
            if (!s_loaded.TryGetValue(name, out SmithyFile? file))
            {
                s_loaded[name] = file = new SmithyFile(name);
            }

            return file;
        }
    }

    /// <summary>The name of the shape that a member refers to.</summary>
    public string TargetOf(string shape, string member)
    {
        string target = _shapes
            .EnumerateObject()
            .Single(found => found.Name.EndsWith("#" + shape, StringComparison.OrdinalIgnoreCase))
            .Value.GetProperty("members")
            .GetProperty(member)
            .GetProperty("target")
            .GetString()!;
        return target[(target.IndexOf('#') + 1)..];
    }

    private static Assembly Generate(string path, string text)
    {
        Generation generation = Generation.Run(
            ModelText.Model(path, PublishedRules.AddTo(text), "Suite|SuiteClient||")
        );
        Assert.Empty(
            generation.Diagnostics.Where(static diagnostic =>
                diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != UnsupportedSigning
            )
        );
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.Load();
    }

    private IEnumerable<SmithyCase> CasesOf(JsonProperty shape)
    {
        string name = shape.Name[(shape.Name.IndexOf('#') + 1)..];
        bool isOperation = shape.Value.GetProperty("type").GetString() == "operation";
        string? operation = isOperation ? name : OperationWith(shape.Name);
        foreach (
            (string trait, string kind) in new[]
            {
                ("httpRequestTests", "request"),
                ("httpResponseTests", "response"),
                ("eventStreamTests", "event"),
            }
        )
        {
            foreach (JsonElement definition in Declared(shape.Value, trait))
            {
                yield return new SmithyCase(
                    _name,
                    kind,
                    operation ?? throw new InvalidOperationException($"No operation lists the error {name}."),
                    isOperation ? null : name,
                    _code,
                    definition
                );
            }
        }
    }

    private static IEnumerable<JsonElement> Declared(JsonElement shape, string trait) =>
        shape.TryGetProperty("traits", out JsonElement traits)
        && traits.TryGetProperty("smithy.test#" + trait, out JsonElement cases)
            ? cases
                .EnumerateArray()
                .Where(static definition =>
                    !definition.TryGetProperty("appliesTo", out JsonElement who) || who.GetString() == "client"
                )
            : [];

    /// <summary>An operation that lists the error, or any when it is one of the service.</summary>
    private string? OperationWith(string error) =>
        _shapes
            .EnumerateObject()
            .Where(static shape => shape.Value.GetProperty("type").GetString() is "operation" or "service")
            .Where(shape => Lists(shape.Value, error))
            .OrderBy(static shape => shape.Value.GetProperty("type").GetString(), StringComparer.Ordinal)
            .Select(shape =>
                shape.Value.GetProperty("type").GetString() == "operation"
                    ? shape.Name
                    : shape.Value.GetProperty("operations")[0].GetProperty("target").GetString()!
            )
            .Select(static id => id[(id.IndexOf('#') + 1)..])
            .FirstOrDefault();

    private static bool Lists(JsonElement shape, string error) =>
        shape.TryGetProperty("errors", out JsonElement errors)
        && errors.EnumerateArray().Any(listed => listed.GetProperty("target").GetString() == error);
}
