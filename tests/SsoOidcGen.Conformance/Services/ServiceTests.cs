using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using SsoOidcGen.Conformance.Reports;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Services;

/// <summary>Every public model of a known protocol becomes code that compiles without a warning.</summary>
public sealed class ServiceTests
{
    public static TheoryData<string> Names
    {
        get
        {
            string models = Path.Combine(Repository.Data, "models");
            string[] folders = Directory.Exists(models)
                ? [.. Directory.EnumerateDirectories(models).Order(StringComparer.Ordinal)]
                : [];
            TheoryData<string> names =
            [
                .. folders
                    .SelectMany(Directory.EnumerateDirectories)
                    .Select(folder => Path.GetRelativePath(Repository.Data, folder)),
            ];
            if (names.Count == 0)
            {
                names.Add("models");
            }

            return names;
        }
    }

    private static readonly string[] KnownProtocols =
    [
        "rest-json",
        "rest-xml",
        "json",
        "query",
        "ec2",
        "smithy-rpc-v2-cbor",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_public_model_becomes_code_without_a_warning(string name)
    {
        string folder = Repository.DataOrSkip(name);
        using JsonDocument model = JsonDocument.Parse(
            File.ReadAllText(Repository.DataOrSkip($"{name}/service-2.json"))
        );
        string[] protocols = ProtocolsOf(model.RootElement.GetProperty("metadata"));
        Assert.SkipUnless(
            protocols.Intersect(KnownProtocols).Any(),
            $"The generator does not know the protocol {string.Join(", ", protocols)} yet."
        );

        Stopwatch watch = Stopwatch.StartNew();
        Generation generation = Generation.Run(ModelText.Folder(folder));
        long generated = watch.ElapsedMilliseconds;
        IReadOnlyList<Diagnostic> complaints = generation.CompilerDiagnostics;

        ConformanceReport.Add(
            new ServiceRow(
                name,
                model.RootElement.GetProperty("operations").EnumerateObject().Count(),
                model.RootElement.GetProperty("shapes").EnumerateObject().Count(),
                generation.Files.Count,
                generation.Files.Values.Sum(static text => text.Count(static c => c == '\n')),
                generated,
                watch.ElapsedMilliseconds - generated
            )
        );
        Assert.Empty(generation.Diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(complaints);
    }

    private static string[] ProtocolsOf(JsonElement metadata) =>
        metadata.TryGetProperty("protocols", out JsonElement protocols)
            ? [.. protocols.EnumerateArray().Select(static protocol => protocol.GetString()!)]
            : [metadata.GetProperty("protocol").GetString()!];
}
