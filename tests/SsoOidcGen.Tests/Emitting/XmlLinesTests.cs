using SsoOidcGen.Emitting.Documentation;

namespace SsoOidcGen.Tests.Emitting;

/// <summary>Where a documentation comment goes on in the next line: at the last space before 104 characters.</summary>
public sealed class XmlLinesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("50 50", "50 50")]
    [InlineData("50 52", "50 52")]
    [InlineData("50 53", "50 53")]
    [InlineData("50 54", "50|54")]
    [InlineData("103 1", "103|1")]
    [InlineData("102 1", "102 1")]
    [InlineData("104 1", "104|1")]
    [InlineData("300 1 1", "300|1 1")]
    [InlineData("50 50 50 50 1", "50 50|50 50 1")]
    [InlineData("300", "300")]
    public void Words_stay_whole(string words, string lines) =>
        Assert.Equal(lines.Split('|').Select(Text), XmlLines.Wrap(Text(words)));

    [Fact]
    public void A_tag_stays_in_one_line()
    {
        string tag = $"<see href=\"{new string('a', 60)}\" lang=\"en\">";

        Assert.Equal(
            [new string('x', 60), tag + "link</see>"],
            XmlLines.Wrap($"{new string('x', 60)} {tag}link</see>")
        );
    }

    /// <summary>Each number is a word of that length.</summary>
    private static string Text(string words) =>
        string.Join(
            ' ',
            words
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(static length => new string(
                    'x',
                    int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)
                ))
        );
}
