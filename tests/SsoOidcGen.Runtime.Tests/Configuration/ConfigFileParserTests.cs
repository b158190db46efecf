using CsCheck;

namespace SsoOidcGen.Runtime.Tests;

public sealed class ConfigFileParserTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
            "[profile a]",
            "[sso-session 'b",
            "[",
            "]",
            "key = value",
            "=",
            ":",
            "\n",
            "\n  ",
            "\r\n",
            "#",
            ";",
            " ",
            "\t",
            "\u00a0",
            "ü",
            "\0"
        )
        .List[0, 30]
        .Select(string.Concat);

    [Fact]
    public void Any_text_is_read_or_refused_with_the_parsers_own_exception() =>
        Text.Sample(text =>
        {
            try
            {
                return ConfigFileParser.Parse("file", new StringReader(text)) is not null;
            }
            catch (ConfigurationException exception)
            {
                return exception.Message.StartsWith("file:", StringComparison.Ordinal);
            }
        });

    [Fact]
    public void What_is_written_is_read_back()
    {
        Gen<string> word = Gen.Char["abcXYZ019_-./"].Array[1, 12].Select(characters => new string(characters));
        Gen.Dictionary(word.Select(key => key.ToLowerInvariant()), word)[1, 8]
            .Sample(values =>
            {
                string text = "[s]\n" + string.Concat(values.Select(pair => $"{pair.Key} = {pair.Value}\n"));
                ConfigSection section = ConfigFileParser.Parse("file", new StringReader(text)).Single();
                return values.All(pair => section[pair.Key] == pair.Value) && section.Values.Count == values.Count;
            });
    }
}
