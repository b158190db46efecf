using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Errors;

/// <summary>A secret is found in a text however the text escapes it.</summary>
public sealed class EchoTests
{
    [Theory]
    [InlineData("secret", "a secret b", "a *** b")]
    [InlineData("secret", "secretsecret", "******")]
    [InlineData("secret", "secre", "secre")]
    [InlineData("secret", "% secret &", "% *** &")]
    [InlineData("secret", "sec%72et", "***")]
    [InlineData("secret", "sec%7", "sec%7")]
    [InlineData("secret", "%73%65%63%72%65%74!", "***!")]
    [InlineData("secret", "sec&#114;et", "***")]
    [InlineData("secret", "sec&#x72;et", "***")]
    [InlineData("secret", "sec&#X72;et", "***")]
    [InlineData("secret", "sec&#x72et", "sec&#x72et")]
    [InlineData("secret", "sec&unknown;et", "sec&unknown;et")]
    [InlineData("secret", "sec\\u0072et", "***")]
    [InlineData("secret", "sec\\\\u0072et", "***")]
    [InlineData("secret", "sec\\u007", "sec\\u007")]
    [InlineData("secret", "sec\\uzzzzet", "sec\\uzzzzet")]
    [InlineData("a&b<c>d\"e'f", "a&amp;b&lt;c&gt;d&quot;e&apos;f", "***")]
    [InlineData("a&b<c>d", "a%26b%3Cc%3ed", "***")]
    [InlineData("a b c d", "a+b%20c d", "***")]
    [InlineData("a\\b\"c/d", "a\\\\b\\\"c\\/d", "***")]
    [InlineData("a\bb\fc\nd\re\tf", "a\\bb\\fc\\nd\\re\\tf", "***")]
    [InlineData("ab😀cd", "ab\\ud83d\\ude00cd", "***")]
    [InlineData("ab😀cd", "ab\\\\ud83d\\\\ude00cd", "***")]
    [InlineData("ab😀cd", "ab%F0%9F%98%80cd", "***")]
    [InlineData("ab😀cd", "ab&#x1F600;cd", "***")]
    [InlineData("ab😀cd", "ab\\ud83dcd", "ab\\ud83dcd")]
    [InlineData("abécd", "ab\\u00e9cd &", "*** &")]
    public void It_is_replaced_as_a_whole(string secret, string text, string expected) =>
        Assert.Equal(expected, Redact(secret, text));

    [Theory]
    [InlineData("0123456789abcdefXYZ", "0123456789abcdef", "***")]
    [InlineData("0123456789abcdefXYZ", "0123456789abcde", "0123456789abcde")]
    [InlineData("0123456789abcdefXYZ", "0123456789abcdefXY, and so on", "***, and so on")]
    [InlineData("0123456789abcdefXYZ", "&0123456789abcdefXY, and so on", "&***, and so on")]
    [InlineData("0123456789abcdefXYZ", "&0123456789abcde", "&0123456789abcde")]
    [InlineData("0123456789", "012345678", "012345678")]
    public void Its_first_16_bytes_are_enough(string secret, string text, string expected) =>
        Assert.Equal(expected, Redact(secret, text));

    [Theory]
    [InlineData("", "***")]
    [InlineData("x", "eG***Pg==")]
    [InlineData("xy", "eHl***Pz4=")]
    public void So_are_its_digits_in_base64_wherever_it_stands(string before, string expected)
    {
        const string Secret = "hunter2?>hunter2?>";
        string standard = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Secret));

        Assert.Equal(expected, Redact(Secret, standard));
        Assert.Equal(expected, Redact(Secret, standard.Replace('+', '-').Replace('/', '_')));
    }

    [Theory]
    [InlineData("12345", "12345 is hidden", "*** is hidden")]
    [InlineData("123", "123 is not", "123 is not")]
    public void Numbers_and_times_are_values_too(string number, string text, string expected)
    {
        SensitiveValues values = new();
        values.Add(long.Parse(number));
        Assert.Equal(expected, values.Redact(text));
    }

    [Fact]
    public void Each_kind_of_value_is_hidden_in_its_forms()
    {
        SensitiveValues values = new();
        values.Add((string?)null);
        values.Add((long?)null);
        values.Add((double?)null);
        values.Add((DateTimeOffset?)null);
        values.Add((ReadOnlyMemory<byte>?)null);
        values.Add((System.Text.Json.JsonElement?)null);
        Assert.True(values.IsEmpty);
        values.Add(1234.5);
        values.Add(new DateTimeOffset(2026, 1, 31, 8, 5, 9, TimeSpan.Zero));
        values.Add((ReadOnlyMemory<byte>?)"blob"u8.ToArray());
        values.AddNested("nested", static (value, found) => found.Add(value));
        values.AddNested<string>(null, static (value, found) => found.Add(value));
        values.AddItems(["item"], static (value, found) => found.Add(value));
        values.AddItems<string>(null, static (value, found) => found.Add(value));
        values.AddEntries(
            new Dictionary<string, string> { ["entry-key"] = "entry-value" },
            static (value, found) => found.Add(value)
        );
        values.AddEntries<string>(null, static (value, found) => found.Add(value));

        Assert.Equal(
            "***|***|***|***|***|***|***|***|***|plain",
            values.Redact(
                "1234.5|1769846709|2026-01-31T08:05:09Z|Sat, 31 Jan 2026 08:05:09 GMT|blob|nested|item|entry-key|entry-value|plain"
            )
        );
    }

    private static string Redact(string secret, string text)
    {
        SensitiveValues values = new();
        values.Add(secret);
        return values.Redact(text);
    }
}
