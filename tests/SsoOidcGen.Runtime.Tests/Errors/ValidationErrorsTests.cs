using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Errors;

public sealed class ValidationErrorsTests
{
    [Fact]
    public void Each_rule_says_what_it_wants()
    {
        ValidationErrors errors = default;
        errors.Required("A", null);
        errors.MinLength("B", "😀", 2);
        errors.MinLength("C", (ReadOnlyMemory<byte>?)new byte[1], 2);
        errors.Document("D", default(JsonElement));
        errors.KnownLength("E", new ForwardStream());
        errors.MinCount("F", ["one"], 2);
        errors.Minimum("G", 0.5, 1.25);
        errors.HostLabel("H", "a_b");
        errors.HostLabel("I", "");
        errors.PathLabel("J", "");
        errors.UnknownCase("Choice");

        Assert.Equal(
            [
                "A is required",
                "B has 1 characters, at least 2 are needed",
                "C has 1 bytes, at least 2 are needed",
                "D is default(JsonElement), which is no JSON value",
                "E is sent with its length, so the stream must be able to seek",
                "F has 1 items, at least 2 are needed",
                "G is less than 1.25",
                "H becomes part of the host name: only letters, digits, '-' and '.' are allowed, and at least one",
                "I becomes part of the host name: only letters, digits, '-' and '.' are allowed, and at least one",
                "J becomes part of the path and must not be empty",
                " Choice.Unknown cannot be sent, choose a known case",
            ],
            errors.All!
        );
    }

    [Fact]
    public void What_keeps_to_the_rules_is_no_error()
    {
        ValidationErrors errors = default;
        errors.Required("A", "");
        errors.MinLength("B", "😀😀", 2);
        errors.MinLength("B", "ab", 2);
        errors.MinLength("B", (string?)null, 2);
        errors.MinLength("C", (ReadOnlyMemory<byte>?)new byte[2], 2);
        errors.MinLength("C", (ReadOnlyMemory<byte>?)null, 2);
        errors.Document("D", null);
        errors.Document("D", JsonElement.Parse("null"));
        errors.KnownLength("E", new MemoryStream());
        errors.KnownLength("E", null);
        errors.MinCount("F", ["one", "two"], 2);
        errors.MinCount<string>("F", null, 2);
        errors.Minimum("G", 1.25, 1.25);
        errors.Minimum("G", null, 1.25);
        errors.HostLabel("H", "aZ0-.b");
        errors.HostLabel("H", null);
        errors.PathLabel("J", null);
        errors.PathLabel("J", "x");

        Assert.Null(errors.All);
    }

    [Fact]
    public void An_error_is_named_with_its_path()
    {
        ValidationErrors errors = default;
        InputValidator<string> required = static (string _, ref ValidationErrors found) => found.Required("Name", null);
        errors.Nested("Outer", "x", required);
        errors.Nested(
            "Outer",
            "x",
            static (string _, ref ValidationErrors found) =>
                found.Nested("Inner", "y", static (string _, ref ValidationErrors inner) => inner.UnknownCase("Choice"))
        );
        errors.Items("List", ["x", null!, "y"], required);
        errors.Entries("Map", new Dictionary<string, string> { ["k"] = "x", ["n"] = null! }, required);
        errors.Entries("Secrets", new Dictionary<string, string> { ["k"] = "x" }, required, areKeysSecret: true);
        errors.Nested<string>("None", null, required);
        errors.Items<string>("None", null, required);
        errors.Entries<string>("None", null, required);
        errors.Required("Last", null);

        Assert.Equal(
            [
                "Outer.Name is required",
                "Outer.Inner Choice.Unknown cannot be sent, choose a known case",
                "List[0].Name is required",
                "List[2].Name is required",
                "Map[\"k\"].Name is required",
                "Secrets[\"***\"].Name is required",
                "Last is required",
            ],
            errors.All!
        );
        Assert.Equal(
            "The input of Call is not valid:\n- a\n- b",
            new RequestValidationException("Call", ["a", "b"]).Message
        );
    }

    private sealed class ForwardStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
