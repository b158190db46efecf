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
    [InlineData("[[a](b)", "<p>[<a href=\"b\">a</a></p>")]
    [InlineData("[a](b \"c\")", "<p><a href=\"b\">a</a></p>")]
    [InlineData("[](b)", "<p><a href=\"b\"></a></p>")]
    [InlineData("[a](\"b)", "<p><a href=\"&quot;b\">a</a></p>")]
    [InlineData("[a](b", "<p>[a](b</p>")]
    [InlineData("*a*b _a_b a_b_", "<p><i>a</i>b _a_b a_b_</p>")]
    [InlineData("*a * ** a** **a** ***", "<p>*a * ** a** <b>a</b> ***</p>")]
    [InlineData("``a`b`` `a", "<p><code>a`b</code> `a</p>")]
    [InlineData("a\\b \\", "<p>a\\b \\</p>")]
    [InlineData("# Title #\ntext", "<p><b>Title</b></p><p>text</p>")]
    [InlineData("- a\n- b\n\nc", "<ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p>")]
    [InlineData("1. a\n   more\n2) b", "<ol><li><p>a more</p></li><li><p>b</p></li></ol>")]
    [InlineData("2024\n1.\n-\n1.5", "<p>2024 1. - 1.5</p>")]
    [InlineData("- a\n  - b\n- c", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>")]
    [InlineData("```\na < b\n\n# c\n```\nd", "<pre><code>a &lt; b\n\n# c\n</code></pre><p>d</p>")]
    [InlineData("```\nopen", "<pre><code>open\n</code></pre>")]
    [InlineData("text with <b>HTML</b> &amp; more", "<p>text with <b>HTML</b> &amp; more</p>")]
    [InlineData("text\n\n<div>*kept*</div>\n\n*not*", "<p>text</p><div>*kept*</div><p><i>not</i></p>")]
    [InlineData("a\r\nb\r\n\r\nc", "<p>a b</p><p>c</p>")]
    [InlineData("# 1\n###### 6 ######\n####### 7\n#8\n# ", "<p><b>1</b></p><p><b>6</b></p><p>####### 7 #8 #</p>")]
    [InlineData("~~~\na & `b`\n```\n~~~\nc", "<pre><code>a &amp; `b`\n```\n</code></pre><p>c</p>")]
    [InlineData("a\n```\nb\n```", "<p>a</p><pre><code>b\n</code></pre>")]
    [InlineData("* a\n+ b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>")]
    [InlineData("-a\n*b", "<p>-a *b</p>")]
    [InlineData("-   a\n10.  b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>")]
    [InlineData("123456789. a", "<ol><li><p>a</p></li></ol>")]
    [InlineData("1234567890. a", "<p>1234567890. a</p>")]
    [InlineData(
        "- a\n\n  more\n  - b\n    - c\n- d\ne",
        "<ul><li><p>a</p><p>more</p><ul><li><p>b</p><ul><li><p>c</p></li></ul></li></ul></li><li><p>d e</p></li></ul>"
    )]
    [InlineData("- a\n# b", "<ul><li><p>a</p></li></ul><p><b>b</b></p>")]
    [InlineData("<p>\n# a\n- b\n</p>", "<p> # a - b </p>")]
    [InlineData("a \\\\ \\q \\& \\> \\", "<p>a \\ \\q &amp; &gt; \\</p>")]
    [InlineData("\\!\\\"\\#\\$\\%\\'\\(\\)\\*\\+\\,\\-\\.\\/\\:\\;", "<p>!\"#$%'()*+,-./:;</p>")]
    [InlineData("\\=\\?\\@\\[\\]\\^\\_\\`\\{\\|\\}\\~", "<p>=?@[]^_`{|}~</p>")]
    [InlineData("``a ` b`` `open", "<p><code>a ` b</code> `open</p>")]
    [InlineData("` a `", "<p><code>a</code></p>")]
    [InlineData(
        "[a](b \"title\") [c](d\"e) [f](g [h] [i [j](k)",
        "<p><a href=\"b\">a</a> <a href=\"d&quot;e\">c</a> <a href=\"g\">f</a></p>"
    )]
    [InlineData("[i [j](k)", "<p>[i <a href=\"k\">j</a></p>")]
    [InlineData("[a]()", "<p><a href=\"\">a</a></p>")]
    [InlineData("*a b* *c * * d* *e", "<p><i>a b</i> *c * * d* *e</p>")]
    [InlineData("__a__ _b_c _d", "<p><b>a</b> _b_c _d</p>")]
    [InlineData("a*b*c **d*", "<p>a<i>b</i>c *<i>d</i></p>")]
    [InlineData("***a***", "<p><b>*a</b>*</p>")]
    [InlineData("+ a\n* b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>")]
    [InlineData("~~~\na\n~~~", "<pre><code>a\n</code></pre>")]
    [InlineData("```\na\n~~~\n```", "<pre><code>a\n~~~\n</code></pre>")]
    [InlineData("- a\n```\nb\n```", "<ul><li><p>a</p><pre><code>b\n</code></pre></li></ul>")]
    [InlineData("#a", "<p>#a</p>")]
    [InlineData("#", "<p>#</p>")]
    [InlineData("###### a ##", "<p><b>a</b></p>")]
    [InlineData("####### a", "<p>####### a</p>")]
    [InlineData("-a\n1.a", "<p>-a 1.a</p>")]
    [InlineData("- a\nb", "<ul><li><p>a b</p></li></ul>")]
    [InlineData("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>")]
    [InlineData("- a\n  - b\n\nc", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul><p>c</p>")]
    [InlineData("<p>a\n# b\n- c", "<p>a # b - c")]
    [InlineData("a\r\nb", "<p>a b</p>")]
    public void CommonMark_becomes_HTML(string text, string html) => Assert.Equal(html, CommonMark.ToHtml(text));

    [Fact]
    public void HTML_as_AWS_writes_it_stays_as_it_is() =>
        Assert.Equal("<p>a *b*</p>\n\n  <p>c</p>", Documentation.ToHtml("<p>a *b*</p>\n\n  <p>c</p>"));

    [Fact]
    public void Longer_paragraphs_stay_as_they_are()
    {
        string longest = "*a*".PadRight(10_000, 'b');

        Assert.Equal($"<p><i>a</i>{longest[3..]}</p>", CommonMark.ToHtml(longest));
        Assert.Equal($"<p>{longest}b</p>", CommonMark.ToHtml(longest + "b"));
    }

    [Theory]
    [InlineData(9_997, "<i>a</i>")]
    [InlineData(9_998, "*a*")]
    public void A_paragraph_of_more_than_10_000_characters_stays_as_it_is(int before, string end) =>
        Assert.Equal($"<p>{new string('-', before)}{end}</p>", CommonMark.ToHtml($"{new string('-', before)}*a*"));

    [Fact]
    public void Marks_without_counterparts_end_in_time() =>
        Assert.Equal(
            200_001 + "<p></p>".Length,
            CommonMark.ToHtml("a" + new string('`', 100_000).PadRight(200_000, '*')).Length
        );
}
