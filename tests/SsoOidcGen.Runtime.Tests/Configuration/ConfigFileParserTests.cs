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

    [Fact]
    public void Sections_keys_and_blocks_are_read_with_their_places()
    {
        const string File = """
            # What stands before the first section is a comment.

            [default]
            k=v
            Region : eu-west-1
              continued

              further
            ; a comment ends no value
              to its end

            [a]
              indented = 1
              empty =
            [b]
              first = in a new section
            s3 =
              # a comment

              x=1
              addressing_style = path=style
            last = value
            """;

        Assert.Equal(
            [
                "file:3, section [default]",
                "file:4, section [default], key 'k' = v",
                "file:5, section [default], key 'region' = eu-west-1|continued||further|to its end",
                "file:12, section [a]",
                "file:13, section [a], key 'indented' = 1",
                "file:14, section [a], key 'empty' = ",
                "file:15, section [b]",
                "file:16, section [b], key 'first' = in a new section",
                "file:17, section [b], key 's3' = ||x=1|addressing_style = path=style",
                "file:20, section [b], key 's3.x' = 1",
                "file:21, section [b], key 's3.addressing_style' = path=style",
                "file:22, section [b], key 'last' = value",
            ],
            ConfigFileParser.Parse("file", new StringReader(File)).SelectMany(Lines)
        );
    }

    [Theory]
    [InlineData("k = v", "file:1: expected a section such as [default] before the first key.")]
    [InlineData("[]", "file:1: expected a section such as [default] before the first key.")]
    [InlineData("[a]\nk", "file:2: in section [a]: expected 'key = value', a [section] or a # comment.")]
    [InlineData("[a]\n[]", "file:2: in section [a]: expected 'key = value', a [section] or a # comment.")]
    [InlineData("[a]\nk = v\nk = w", "file:3: key 'k' appears a second time in section [a]; remove one.")]
    [InlineData("[a]\n[b]\n[a]", "file:3: section [a] appears a second time; join the two.")]
    [InlineData("[a]\nk =\n  x", "file:3: in section [a], below 'k': expected 'name = value'.")]
    [InlineData("[a]\nk =\n  = x", "file:3: in section [a], below 'k': expected 'name = value'.")]
    public void What_is_malformed_is_said_in_one_sentence(string text, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigFileParser.Parse("file", new StringReader(text)));

        Assert.Equal(message, error.Message);
    }

    private static IEnumerable<string> Lines(ConfigSection section) =>
        [
            section.Where,
            .. section
                .Values.Values.SelectMany(value => (ConfigValue[])[value, .. value.Block?.Values ?? []])
                .Select(value => $"{value.Where} = {value.Text.Replace('\n', '|')}"),
        ];
}
