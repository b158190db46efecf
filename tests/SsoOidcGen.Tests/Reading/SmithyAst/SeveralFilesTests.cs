using SsoOidcGen.Diagnostics;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

public sealed class SeveralFilesTests
{
    private const string People = """
        {"smithy": "2.0", "shapes": {"people#Person": {"type": "structure", "members": {"Name": {"target": "smithy.api#String"}}}}}
        """;

    [Fact]
    public void Items_with_the_same_model_are_one_client_with_what_any_of_them_asks_for()
    {
        Generation generation = Generation.Run(
            ModelText.Part("users", "model/people.json", People),
            ModelText.Part("users", "model/users.json", Users("people#Person"), "My.Users|||")
        );

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        Assert.NotNull(generation.Load().GetType("My.Users.Person"));
    }

    [Fact]
    public void What_is_wrong_is_reported_in_its_own_file()
    {
        Generation generation = Generation.Run(
            ModelText.Part(
                "users",
                "model/people.json",
                People.Replace("smithy.api#String", "people#Nobody", StringComparison.Ordinal)
            ),
            ModelText.Part("users", "model/users.json", Users("people#Person"))
        );

        Microsoft.CodeAnalysis.Diagnostic found = Assert.Single(generation.Diagnostics);
        Assert.Equal(("SSOGEN007", "model/people.json"), (found.Id, found.Location.GetLineSpan().Path));
    }

    [Fact]
    public void A_shape_that_two_files_define_in_two_ways_is_reported_at_the_second()
    {
        MarkedText other = new(
            """{"smithy": "2.0", "shapes": {«"users#User"»: {"type": "structure", "members": {}}}}"""
        );

        DiagnosticInfo found = Assert.Single(SmithyReading.Read(SmithyReading.Model(), other.Text).Diagnostics);

        Assert.Equal(
            ("SSOGEN024", "model/part0.json", other.Line, other.Column),
            (found.Id, found.Span!.Path, found.Span.Line, found.Span.Column)
        );
    }

    [Fact]
    public void A_shape_that_two_files_define_alike_is_one()
    {
        string text = SmithyReading.Model();

        Assert.Empty(SmithyReading.Read(text, text).Diagnostics);
    }

    [Fact]
    public void A_part_in_Smithys_language_is_told_from_JSON()
    {
        Generation generation = Generation.Run(
            ModelText.Part("users", "model/people.smithy", "$version: \"2\"\nnamespace people\n"),
            ModelText.Part("users", "model/users.json", Users("people#Person"))
        );

        Microsoft.CodeAnalysis.Diagnostic found = Assert.Single(generation.Diagnostics);
        Assert.Equal(("SSOGEN003", "model/people.smithy"), (found.Id, found.Location.GetLineSpan().Path));
        Assert.Contains("'smithy ast people.smithy > model.json'", found.GetMessage());
    }

    private static string Users(string item) =>
        SmithyReading.Model($"\"users#UserList\": {{\"type\": \"list\", \"member\": {{\"target\": \"{item}\"}}}}");
}
