using SsoOidcGen.Inputs;
using SsoOidcGen.Model;
using SsoOidcGen.Planning;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Formats;

/// <summary>A service that is published in both formats gives the same C# from either.</summary>
public sealed class BothFormatsTests
{
    public static TheoryData<string> Services
    {
        get
        {
            TheoryData<string> names =
            [
                .. Repository
                    .DataNames("smithy-models")
                    .Where(static name => Directory.Exists(Path.Combine(Repository.Data, "models", name))),
            ];
            if (names.Count == 0)
            {
                names.Add("none");
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_same_service_gives_the_same_code_from_both_formats(string name)
    {
        ServiceModel smithy = Read(new ModelSource(File(Repository.DataOrSkip($"smithy-models/{name}.json")), []));
        ServiceModel botocore = Read(Folder(Repository.DataOrSkip($"models/{name}")));

        IReadOnlyDictionary<string, string> one = Emit(CommonModel.Of(smithy, botocore));
        IReadOnlyDictionary<string, string> two = Emit(CommonModel.Of(botocore, smithy));
        string[] differences =
        [
            .. one
                .Keys.Union(two.Keys)
                .Where(file => one.GetValueOrDefault(file) != two.GetValueOrDefault(file))
                .Select(file => $"{name}/{file}")
                .Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(one);
        string unexpected = string.Join(
            '\n',
            differences
                .Where(static file => !FormatDifferences.Reasons.ContainsKey(file))
                .Select(file => $"{file}\n{LineDifference(one, two, file[(name.Length + 1)..])}")
        );
        Assert.True(unexpected.Length == 0, unexpected);
        Assert.Empty(
            FormatDifferences
                .Reasons.Keys.Where(file => file.StartsWith(name + "/", StringComparison.Ordinal))
                .Except(differences)
        );
    }

    private static string LineDifference(
        IReadOnlyDictionary<string, string> one,
        IReadOnlyDictionary<string, string> two,
        string file
    )
    {
        string[] left = one.GetValueOrDefault(file, "").Split('\n');
        string[] right = two.GetValueOrDefault(file, "").Split('\n');
        return string.Join('\n', left.Except(right).Take(4).Select(static line => "  Smithy:   " + line.Trim()))
            + "\n"
            + string.Join('\n', right.Except(left).Take(4).Select(static line => "  botocore: " + line.Trim()));
    }

    private static ServiceModel Read(ModelSource source) =>
        ModelReader.Read(source, TestContext.Current.CancellationToken).Model!;

    private static Dictionary<string, string> Emit(ServiceModel model)
    {
        GeneratedService service = GeneratedService.Make(
            model,
            "model.json",
            new PlanOptions { Namespace = "Same", ClientName = "SameClient" },
            new CompilationFacts(true, false, false, true)
        );
        return service.Files.ToDictionary(
            static file => file.HintName.Replace('\\', '/').Replace("Same.SameClient/", "", StringComparison.Ordinal),
            static file => file.Text
        );
    }

    private static ModelSource Folder(string service)
    {
        string folder = Directory.EnumerateDirectories(service).Max(StringComparer.Ordinal)!;
        return new ModelSource(
            File(Path.Combine(folder, "service-2.json")),
            Directory
                .EnumerateFiles(folder, "*.json")
                .Where(static path => Path.GetFileName(path) != "service-2.json")
                .Select(File)
                .ToEquatableArray()
        );
    }

    private static ModelFile File(string path) => new(path, System.IO.File.ReadAllText(path));
}
