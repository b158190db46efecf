using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Errors;

public sealed class SensitiveValuesTests
{
    [Theory]
    [InlineData("abcd", "it is ***.")]
    [InlineData("abc", "it is abc.")]
    public void A_value_that_anybody_could_guess_is_not_hidden(string value, string expected)
    {
        SensitiveValues values = new();
        values.Add(value);

        Assert.Equal(
            expected.Replace("***", Redaction.Text, StringComparison.Ordinal),
            values.Redact($"it is {value}.")
        );
    }

    [Theory]
    [InlineData("a secret")]
    [InlineData("secr\u00e9t\u00e9")]
    [InlineData("secret \U0001F600")]
    public void A_text_that_is_nothing_but_a_value_in_escapes_is_hidden(string value)
    {
        SensitiveValues values = new();
        values.Add(value);

        Assert.Equal(Redaction.Text, values.Redact(string.Concat(value.Select(static c => $"\\u{(int)c:x4}"))));
        Assert.Equal(
            Redaction.Text,
            values.Redact(string.Concat(Encoding.UTF8.GetBytes(value).Select(static b => $"%{b:X2}")))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(10_000)]
    public void A_text_of_any_length_is_looked_through(int length)
    {
        SensitiveValues values = new();
        values.Add("secret");
        string other = new('ü', length);

        Assert.Equal($"{other}***{other}", values.Redact($"{other}secret{other}"));
        Assert.Equal(other, values.Redact(other));
    }

    [Fact]
    public void Texts_and_numbers_in_a_document_are_hidden()
    {
        using JsonDocument document = JsonDocument.Parse("""{"name": ["hidden-1"], "pin": 123456, "on": true}""");
        SensitiveValues values = new();
        values.Add(document.RootElement);

        Assert.Equal("*** and *** are true, name and pin", values.Redact("hidden-1 and 123456 are true, name and pin"));
    }

    [Theory]
    [InlineData("s-e-c-r-e-t 100%")]
    [InlineData("secre &amp; t")]
    [InlineData("secre\\t")]
    public void What_only_resembles_a_value_stays(string text)
    {
        SensitiveValues values = new();
        values.Add("secret");

        Assert.Equal(text, values.Redact(text));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(90)]
    public void A_text_that_is_nothing_but_a_value_in_base64_is_hidden(int length)
    {
        string value = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('0' + (i % 70))));
        SensitiveValues values = new();
        values.Add(value);

        string digits = Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');

        Assert.StartsWith(Redaction.Text, values.Redact(digits));
    }
}
