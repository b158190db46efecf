using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;

namespace SsoOidcGen.Tests.Emitting;

/// <summary>The HTML of models as documentation comments: each element, and what stands between them.</summary>
public sealed class HtmlTests
{
    /// <summary>Each of these elements separates paragraphs.</summary>
    [Theory]
    [InlineData("p")]
    [InlineData("br")]
    [InlineData("div")]
    [InlineData("dt")]
    [InlineData("pre")]
    [InlineData("h1")]
    [InlineData("h2")]
    [InlineData("h3")]
    [InlineData("h4")]
    [InlineData("tr")]
    [InlineData("li")]
    [InlineData("dd")]
    public void A_block_element_ends_the_paragraph_before_it(string name)
    {
        const string Expected = "/// <summary>One</summary>\n/// <remarks>Two</remarks>";

        Assert.Equal(Expected, Write($"<p>One<{name}>Two"));
        Assert.Equal(Expected, Write($"<p>One</{name}>Two"));
        Assert.Equal("/// <summary>OneTwo</summary>", Write("<p>One<span>Two</span>"));
    }

    [Theory]
    [InlineData("note", "Note")]
    [InlineData("important", "Important")]
    [InlineData("caution", "Caution")]
    [InlineData("warning", "Warning")]
    [InlineData("tip", "Tip")]
    public void A_box_begins_with_its_kind(string name, string label)
    {
        Assert.Equal(
            $"/// <summary>One</summary>\n/// <remarks>\n/// <para><b>{label}:</b> Two</para>\n/// <para>Three</para>\n/// </remarks>",
            Write($"<p>One<{name}>Two</{name}>Three")
        );
        Assert.Equal("/// <summary>One</summary>\n/// <remarks>Two</remarks>", Write($"<p>One<{name}></{name}>Two"));
    }

    [Theory]
    [InlineData("a strong <strong>word</strong>", "a strong <b>word</b>")]
    [InlineData("an <em>em</em>", "an <i>em</i>")]
    [InlineData("after <b>this</b>that", "after <b>this</b> that")]
    [InlineData("after <strong>this</strong>that", "after <b>this</b> that")]
    [InlineData("after <i>this</i>that", "after <i>this</i>that")]
    [InlineData("after <a>this</a>that", "after <c>this</c> that")]
    [InlineData("<code>Tag</code>es <code>1</code>st <code>2</code>nd", "<c>Tag</c>es <c>1</c>st <c>2</c>nd")]
    [InlineData("<code>3</code>rd <code>4</code>th <code>5</code>xx", "<c>3</c>rd <c>4</c>th <c>5</c> xx")]
    [InlineData("one,<code>two</code>", "one, <c>two</c>")]
    [InlineData("one;<code>two</code>", "one; <c>two</c>")]
    [InlineData("one:<code>two</code>", "one:<c>two</c>")]
    [InlineData("(<code>two</code>)", "(<c>two</c>)")]
    [InlineData("one<code>two</code>", "one <c>two</c>")]
    [InlineData("one<code> two</code>", "one <c>two</c>")]
    [InlineData("one<code>/two</code>", "one<c>/two</c>")]
    [InlineData("<code>one</code><code>two</code>", "<c>one</c> <c>two</c>")]
    [InlineData("<code>one</code>-<code>two</code>", "<c>one</c>-<c>two</c>")]
    [InlineData("<code>one</code>/two", "<c>one</c>/two")]
    [InlineData("<code></code>s", "s")]
    [InlineData("one <code>two</code> , three", "one <c>two</c>, three")]
    [InlineData("one <code>two</code> ; three", "one <c>two</c>; three")]
    [InlineData("one <code>two</code> : three", "one <c>two</c>: three")]
    [InlineData("(one <code>two</code> ) three", "(one <c>two</c>) three")]
    [InlineData("(one <code>two</code> ).", "(one <c>two</c>).")]
    [InlineData("one <code>two</code> .net", "one <c>two</c> .net")]
    [InlineData("one <code>two</code> , ", "one <c>two</c>,")]
    [InlineData("one <code>, two</code>", "one <c>, two</c>")]
    [InlineData("a&b<c>d \"e\" &apos;", "a&amp;bd \"e\" '")]
    [InlineData("A &gt; B", "A &gt; B")]
    [InlineData("<p >spaced</p >", "spaced")]
    [InlineData("<P>Upper<B>bold</B></P>", "Upper<b>bold</b>")]
    [InlineData("1 <2 3> 4", "1 &lt;2 3&gt; 4")]
    [InlineData("1 <> 2", "1 &lt;&gt; 2")]
    [InlineData("1 </> 2", "1 &lt;/&gt; 2")]
    [InlineData("1 <", "1 &lt;")]
    [InlineData("a <!DOCTYPE html>b <?xml?>c", "a b c")]
    [InlineData("<h5>unknown</h5>", "unknown")]
    public void Text_and_elements_keep_the_right_distance(string html, string expected) =>
        Assert.Equal($"/// <summary>{expected}</summary>", Write(html));

    [Theory]
    [InlineData("href=\"https://a.b/c\"", "https://a.b/c")]
    [InlineData("href='https://a.b/c'", "https://a.b/c")]
    [InlineData("href=https://a.b/c", "https://a.b/c")]
    [InlineData("href=https://a.b/c target=x", "https://a.b/c")]
    [InlineData("target=x HREF=\" http://a.b/c \"", "http://a.b/c")]
    [InlineData("href=\"HTTPS://a.b/c~\"", "HTTPS://a.b/c~")]
    [InlineData("href=\"https://a.b/c", "https://a.b/c")]
    [InlineData("href=\"ftp://a.b/c\"", null)]
    [InlineData("href=\"/c\"", null)]
    [InlineData("href=\"https://a.b/c d\"", null)]
    [InlineData("href='https://a.b/\"c'", null)]
    [InlineData("href=\"https://a.b/&lt;c\"", null)]
    [InlineData("href=\"https://a.b/&gt;c\"", null)]
    [InlineData("href=\"https://a.b/\u00E4\"", null)]
    [InlineData("href=\"https://a.b/&#127;\"", null)]
    [InlineData("href=", null)]
    [InlineData("name=\"https://a.b/c\"", null)]
    public void A_link_has_a_web_address_or_is_a_name(string attributes, string? address) =>
        Assert.Equal(
            address is null
                ? "/// <summary>See <c>it</c>.</summary>"
                : $"/// <summary>See <see href=\"{address}\">it</see>.</summary>",
            Write($"See <a {attributes}>it</a>.")
        );

    /// <summary>Sixteen elements in each other; of those that are deeper only the text is kept.</summary>
    [Fact]
    public void Elements_are_nested_up_to_a_limit()
    {
        string open = string.Concat(
            Enumerable.Range(0, 16).Select(static i => i % 2 == 0 ? "<a href=http://a>" : "<x>")
        );
        string deep = string.Concat(Enumerable.Repeat("<a href=http://a>", 17));

        Assert.Equal(8, Write(open + "text").Split("<see ").Length - 1);
        Assert.Equal(16, Write(deep + "text").Split("<see ").Length - 1);
    }

    /// <summary>Eight lists in each other, each with an item and its description.</summary>
    [Fact]
    public void Lists_are_nested_up_to_a_limit()
    {
        string xml = Write("text" + string.Concat(Enumerable.Repeat("<ul><li>", 30)) + "deep");

        Assert.Equal(8, xml.Split("<list ").Length - 1);
        Assert.Contains("deep", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_stand_before_their_descriptions() =>
        Assert.Equal(
            """
            /// <summary>One of:</summary>
            /// <remarks>
            /// <list type="bullet">
            /// <item><term>a</term>
            /// <description>first</description></item>
            /// <item><description>no term</description></item>
            /// <item><term>b</term></item>
            /// <item><term>c</term>
            /// <description>third
            /// <para>more</para></description></item>
            /// </list>
            /// <para>End.</para>
            /// </remarks>
            """,
            Write(
                "One of:<dl><dt>a</dt><dd>first</dd><dd>no term</dd><dt>b</dt><dt>c<dd>third<p>more</dl>End.</dl></li></dd>"
            )
        );

    private static string Write(string html)
    {
        CodeWriter code = new();
        XmlDocs.Write(code, html);
        return code.ToString().TrimEnd('\n');
    }
}
