using CsCheck;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading.SmithyAst;

namespace SsoOidcGen.Tests.Reading;

/// <summary>Whatever the files hold: the generator ends with sound code or none, and with diagnostics inside the files.</summary>
/// <remarks>
/// A failure prints the seed, which the environment variable <c>CsCheck_Seed</c> repeats, and where the mutated files lie.
/// <c>CsCheck_Iter</c> sets the number of files, which all models share; 50,000 take a minute or two.
/// </remarks>
public sealed class FuzzTests
{
    private static readonly long Files = Math.Max(Check.Iter, 10_000);

    /// <summary>Percent of the files for each model: most for those that are small and have everything.</summary>
    private static readonly Dictionary<string, int> Shares = new()
    {
        ["every feature"] = 40,
        ["Smithy"] = 44,
        ["sso"] = 5,
        ["sso-oidc"] = 3,
        ["public lexv2-runtime"] = 4,
        ["public Smithy sso-oidc"] = 4,
    };

    /// <summary>Far more than any case needs. One that takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Models => [.. Shares.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_mutated_model_gives_a_sound_model_or_none(string model)
    {
        (string Name, string Text)[] files = Load(model);
        ModelReading.ReadSound(files[0].Text, files[1..]);

        Sample(Mutated(files, Mutation.OfText), Verify, Files * Shares[model] / 100);
    }

    [Fact]
    public void Arbitrary_text_gives_a_diagnostic()
    {
        Sample(Gen.String.Select(static text => new[] { ("service-2.json", text) }), Verify, Files / 20);
    }

    /// <summary>Compiling takes long, so these are few, and all of them are JSON.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void What_is_left_of_a_mutated_model_compiles(string model)
    {
        Sample(Mutated(Load(model), Mutation.OfNames), Compile, Files / 2000);
    }

    private static Gen<(string Name, string Text)[]> Mutated(
        (string Name, string Text)[] files,
        Gen<Mutation> mutation
    ) =>
        Gen.Select(
            Gen.Int[0, files.Length - 1],
            mutation.Array[1, 3],
            (index, mutations) =>
            {
                (string Name, string Text)[] mutated = [.. files];
                mutated[index].Text = mutations.Aggregate(
                    files[index].Text,
                    static (text, mutation) => mutation.Apply(text)
                );
                return mutated;
            }
        );

    private static void Sample(
        Gen<(string Name, string Text)[]> gen,
        Action<(string Name, string Text)[]> verify,
        long iterations
    ) =>
        gen.Sample(
            files =>
            {
                if (!Task.Run(() => verify(files)).Wait(Patience))
                {
                    throw new TimeoutException($"Nothing came of these files within {Patience}.");
                }
            },
            iter: iterations,
            print: Keep
        );

    private static string Keep((string Name, string Text)[] files)
    {
        string folder = Directory.CreateTempSubdirectory("ssooidcgen-fuzz-").FullName;
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return "files in " + folder;
    }

    private static void Verify((string Name, string Text)[] files)
    {
        ReadResult result = ModelReading.Read(files[0].Text, files[1..]);

        Assert.True(result.Model is not null || result.Diagnostics.Count > 0);
        foreach (DiagnosticInfo diagnostic in result.Diagnostics)
        {
            SourceSpan span = Assert.IsType<SourceSpan>(diagnostic.Span);
            int length = files.Single(file => "model/" + file.Name == span.Path).Text.Length;
            Assert.InRange(span.Start + span.Length, span.Start, length);
            Assert.NotEmpty(diagnostic.ToDiagnostic().GetMessage());
        }

        if (result.Model is not null)
        {
            SoundModel.Verify(result.Model);
        }
    }

    private static void Compile((string Name, string Text)[] files)
    {
        Generation generation = Generation.Run(
            files.Select(file =>
                file.Name == "service-2.json"
                    ? ModelText.Model("model/" + file.Name, file.Text)
                    : ModelText.Sibling("model/" + file.Name, file.Text)
            )
        );

        Assert.Null(Assert.Single(generation.Result.Results).Exception);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    private static (string Name, string Text)[] Load(string model) =>
        model switch
        {
            "every feature" => EveryFeature.Files,
            "Smithy" => [("service-2.json", SmithyFeatures.Model)],
            "public Smithy sso-oidc" =>
            [
                ("service-2.json", File.ReadAllText(Repository.DataOrSkip("smithy-models/sso-oidc.json"))),
            ],
            "public lexv2-runtime" => LoadFolder(Repository.DataOrSkip("models/lexv2-runtime")),
            _ => LoadFolder(Path.Combine(Repository.Root, "model", model)),
        };

    private static (string Name, string Text)[] LoadFolder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
                .OrderBy(file => file.Item1 != "service-2.json"),
        ];
}
