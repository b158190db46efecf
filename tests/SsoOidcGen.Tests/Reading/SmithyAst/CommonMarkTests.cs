using SsoOidcGen.Reading.SmithyAst;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

public sealed class CommonMarkTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One\nparagraph.\n\nAnother.", "<p>One paragraph.</p><p>Another.</p>")]
    [InlineData("a *b* **c** _d_ `e < *f*`", "<p>a <i>b</i> <b>c</b> <i>d</i> <code>e &lt; *f*</code></p>")]
    [InlineData("snake_case_name and 2 * 3 * 4", "<p>snake_case_name and 2 * 3 * 4</p>")]
    [InlineData("[a *b*](https://c.d/?e&f) [x]", "<p><a href=\"https://c.d/?e&amp;f\">a <i>b</i></a> [x]</p>")]
    [InlineData("\\*a\\* \\<b", "<p>*a* &lt;b</p>")]
    [InlineData("# Title #\ntext", "<p><b>Title</b></p><p>text</p>")]
    [InlineData("- a\n- b\n\nc", "<ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p>")]
    [InlineData("1. a\n   more\n2) b", "<ol><li><p>a more</p></li><li><p>b</p></li></ol>")]
    [InlineData("2024\n1.\n-\n1.5", "<p>2024 1. - 1.5</p>")]
    [InlineData("- a\n  - b\n- c", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>")]
    [InlineData("```\na < b\n\n# c\n```\nd", "<pre><code>a &lt; b\n\n# c\n</code></pre><p>d</p>")]
    [InlineData("```\nopen", "<pre><code>open\n</code></pre>")]
    [InlineData("text with <b>HTML</b> &amp; more", "<p>text with <b>HTML</b> &amp; more</p>")]
    [InlineData("text\n\n<div>*kept*</div>\n\n*not*", "<p>text</p><div>*kept*</div><p><i>not</i></p>")]
    public void CommonMark_becomes_HTML(string text, string html) => Assert.Equal(html, CommonMark.ToHtml(text));

    [Fact]
    public void HTML_as_AWS_writes_it_stays_as_it_is() =>
        Assert.Equal("<p>a *b*</p>\n\n  <p>c</p>", Documentation.ToHtml("<p>a *b*</p>\n\n  <p>c</p>"));

    [Fact]
    public void Marks_without_counterparts_end_in_time() =>
        Assert.Equal(
            200_001 + "<p></p>".Length,
            CommonMark.ToHtml("a" + new string('`', 100_000).PadRight(200_000, '*')).Length
        );
}
