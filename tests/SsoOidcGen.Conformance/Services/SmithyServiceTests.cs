using Microsoft.CodeAnalysis;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Services;

/// <summary>Every public Smithy model becomes code that compiles without a warning.</summary>
public sealed class SmithyServiceTests
{
    private const string Folder = "smithy-models";

    public static TheoryData<string> Names
    {
        get
        {
            TheoryData<string> names = [.. Repository.DataNames(Folder)];
            if (names.Count == 0)
            {
                names.Add("none");
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_public_model_becomes_code_without_a_warning(string name)
    {
        string path = Repository.DataOrSkip($"{Folder}/{name}.json");

        Generation generation = Generation.Run(ModelText.Model(path, File.ReadAllText(path)));

        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.Diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(generation.CompilerDiagnostics);
    }
}
