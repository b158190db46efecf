using System.Text;
using System.Text.Json;
using CsCheck;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs;

public sealed class RepeatedTextTests
{
    [Fact]
    public void Every_text_comes_back_as_it_is() =>
        Gen.String[0, 80]
            .Sample(static text =>
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                Assert.Equal(Encoding.UTF8.GetString(utf8), RepeatedText.Of(utf8));
                Assert.Equal(Encoding.UTF8.GetString(utf8), RepeatedText.Of(utf8));
            });

    [Fact]
    public void A_text_is_in_memory_once() =>
        Assert.Same(RepeatedText.Of("INTELLIGENT_TIERING"u8), RepeatedText.Of("INTELLIGENT_TIERING"u8));

    [Theory]
    [InlineData("\"OPEN\"", "OPEN")]
    [InlineData("\"\"", "")]
    [InlineData("\"O\\u0050EN\"", "OPEN")]
    [InlineData("\"OUVRÉ\"", "OUVRÉ")]
    public void An_enum_in_JSON_reads_as_any_string(string json, string expected)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.Equal(expected, JsonValue.ReadEnum(ref reader));
    }

    [Fact]
    public void What_is_no_UTF8_is_refused_in_JSON_as_in_any_string() =>
        Assert.Throws<MalformedContentException>(static () =>
        {
            Utf8JsonReader reader = new([(byte)'"', 0xff, (byte)'"']);
            reader.Read();
            JsonValue.ReadEnum(ref reader);
        });
}
