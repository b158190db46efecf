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
}
