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

    private static string Users(string item) =>
        SmithyReading.Model($"\"users#UserList\": {{\"type\": \"list\", \"member\": {{\"target\": \"{item}\"}}}}");
}
