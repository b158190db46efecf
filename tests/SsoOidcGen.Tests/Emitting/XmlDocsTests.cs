using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using SsoOidcGen.Emitting;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Emitting;

public sealed class XmlDocsTests
{
    private static readonly string[] Pieces =
    [
        .. "<ul> </ul> <ol> </ol> <li> </li> <dl> </dl> <dt> </dt> <dd> </dd> <p> </p> <p/> <note> </note>".Split(' '),
        .. "<b> </b> <i> </i> <code> </code> <a> </a> <x&y='z'> <!-- --> </ < > & &# &lt; ]]> text &#x2028;".Split(' '),
        "<a href=\"https://a.b/?c&d\">",
        " ",
        "\n",
        "\u0085",
        "\uFFFF",
        "\uD800",
    ];

    [Theory]
    [InlineData(
        "<p>the<code>A</code>and <code>B</code>set,<code>C</code>s, <a>D</a>in</p>",
        "/// <summary>the <c>A</c> and <c>B</c> set, <c>C</c>s, <c>D</c> in</summary>"
    )]
    [InlineData(
        "<p><b>e</b>Not <code>f</code>N, x<i>y</i>zz, <code>a<i>b</i>cd</code></p>",
        "/// <summary><b>e</b> Not <c>f</c>N, x<i>y</i>zz, <c>a<i>b</i>cd</c></summary>"
    )]
    [InlineData("", "/// <summary>Fallback.</summary>")]
    [InlineData("<p></p> <p/>", "/// <summary>Fallback.</summary>")]
    [InlineData("<fullname>Sample</fullname>", "/// <summary>Fallback.</summary>")]
    [InlineData(
        "<fullname>Sample</fullname> <p><b>Overview</b></p><p><b>A</b> and <b>B.</b></p>",
        "/// <summary><b>A</b> and <b>B.</b></summary>"
    )]
    [InlineData("Text without a tag.", "/// <summary>Text without a tag.</summary>")]
    [InlineData(
        "<p>Two\n  lines \u2028 and <code>code</code>.</p>",
        "/// <summary>Two lines and <c>code</c>.</summary>"
    )]
    [InlineData(
        "<p>See <a>GetThing</a>, <i>please</i>.</p>",
        "/// <summary>See <c>GetThing</c>, <i>please</i>.</summary>"
    )]
    [InlineData(
        "<p>A <a href=\"https://example.com/?a=1&amp;b=2\"> link</a>.</p>",
        "/// <summary>A <see href=\"https://example.com/?a=1&amp;b=2\">link</see>.</summary>"
    )]
    [InlineData("<p>No <a href=\"javascript:alert()\">link</a></p>", "/// <summary>No <c>link</c></summary>")]
    [InlineData(
        "<p>1 < 2 &lt; 3 &amp;&amp; &unknown; &#x41;&#150;</p>",
        "/// <summary>1 &lt; 2 &lt; 3 &amp;&amp; &amp;unknown; A–</summary>"
    )]
    [InlineData(
        "<p>&ldquo;One&rdquo;&nbsp;&mdash; &eacute;&hellip;&#129; &#x1F600;&#xD800;</p>",
        "/// <summary>“One” — é… 😀&amp;#xD800;</summary>"
    )]
    [InlineData("<p>Never <b>closed <code>at all</p>", "/// <summary>Never <b>closed <c>at all</c></b></summary>")]
    [InlineData("<p>Closed</b> twice</code></p></p>", "/// <summary>Closed twice</summary>")]
    [InlineData(
        "<p>Crossed <b>bold <i>both</b> rest</i></p>",
        "/// <summary>Crossed <b>bold <i>both</i></b> rest</summary>"
    )]
    [InlineData("<p>Twice in the <i> <i>Guide</i> </i>.</p>", "/// <summary>Twice in the <i>Guide</i>.</summary>")]
    [InlineData(
        "<p>A space <code>before</code> , and ( <code>in</code> ) marks, .NET apart .</p>",
        "/// <summary>A space <c>before</c>, and ( <c>in</c>) marks, .NET apart.</summary>"
    )]
    [InlineData("<p>A (<a>Link </a>), and a .b </p>", "/// <summary>A (<c>Link</c>), and a .b</summary>")]
    [InlineData("<p>Empty <code> </code>code</p>", "/// <summary>Empty code</summary>")]
    [InlineData(
        "<zonbook><xhtml><p>An <x>unknown</x> tag</p></xhtml></zonbook>",
        "/// <summary>An unknown tag</summary>"
    )]
    [InlineData("<p>A control\u0001 character</p>", "/// <summary>A control character</summary>")]
    public void A_paragraph_becomes_the_summary(string html, string expected) => Assert.Equal(expected, Write(html));

    [Fact]
    public void Further_paragraphs_become_remarks() =>
        Assert.Equal(
            """
            /// <summary>One.</summary>
            /// <remarks>Two.</remarks>
            """,
            Write("<p>One.</p><p>Two.</p>")
        );

    [Theory]
    [InlineData("Made in the U.S. East region. Then sold.", "Made in the U.S. East region.", "Then sold.")]
    [InlineData(
        "A size, e.g. MB (see <a>B</a>.) <code>C</code> is big.",
        "A size, e.g. MB (see <c>B</c>.)",
        "<c>C</c> is big."
    )]
    [InlineData("Stop! Then go.", "Stop!", "Then go.")]
    [InlineData("It is. <code>C</code> too.", "It is.", "<c>C</c> too.")]
    [InlineData("(It is.) Then.", "(It is.)", "Then.")]
    [InlineData("It is cf. The. Or A.", "It is cf. The.", "Or A.")]
    [InlineData("It is e.g. The. Or A.", "It is e.g. The.", "Or A.")]
    [InlineData("It is i.e. The. Or A.", "It is i.e. The.", "Or A.")]
    [InlineData("It is an Inc. The. Or A.", "It is an Inc. The.", "Or A.")]
    [InlineData("It is No. The. Or A.", "It is No. The.", "Or A.")]
    [InlineData("It is vs. The. Or A.", "It is vs. The.", "Or A.")]
    [InlineData("It is approx. The. Or A.", "It is approx. The.", "Or A.")]
    [InlineData("It is A.B. The. Or A.", "It is A.B. The.", "Or A.")]
    [InlineData("It is A. The. Or A.", "It is A. The.", "Or A.")]
    [InlineData("It is AB. The. Or A.", "It is AB.", "The. Or A.")]
    [InlineData("It is. then. Zoo.", "It is. then.", "Zoo.")]
    [InlineData("(one) Two. Three.", "(one) Two.", "Three.")]
    [InlineData("Is it? It is version 1.2 of <i>x. Y</i> now.", "Is it?", "It is version 1.2 of <i>x. Y</i> now.")]
    public void The_rest_of_a_paragraph_becomes_remarks(string html, string summary, string remarks) =>
        Assert.Equal($"/// <summary>{summary}</summary>\n/// <remarks>{remarks}</remarks>", Write(html));

    [Fact]
    public void What_is_not_documented_gets_no_comment()
    {
        CodeWriter code = new();

        Assert.False(XmlDocs.Write(code, "<p></p>"));
        Assert.Equal("", code.ToString());
    }

    [Fact]
    public void Lists_and_notes_keep_their_form() =>
        Assert.Equal(
            """
            /// <summary>One of:</summary>
            /// <remarks>
            /// <list type="bullet">
            /// <item><description>a</description></item>
            /// <item><description>b
            /// <para>more of b</para>
            /// <list type="number">
            /// <item><description>b1</description></item>
            /// </list></description></item>
            /// </list>
            /// <para><b>Note:</b> Mind this.</para>
            /// <para>And this.</para>
            /// </remarks>
            """,
            Write(
                "<p>One of:</p> <ul> <li> <p>a</p> </li> <li><p>b</p><p>more of b</p><ol><li>b1</ol></li> <li> </li></ul>"
                    + "<note> <p>Mind this.</p> <p>And this.</p> </note>"
            )
        );

    [Fact]
    public void Text_after_a_list_in_a_list_belongs_to_the_outer_item() =>
        Assert.Equal(
            """
            /// <summary>x</summary>
            /// <remarks>
            /// <list type="bullet">
            /// <item><description>a
            /// <list type="bullet">
            /// <item><description>b</description></item>
            /// </list>
            /// <para>c</para></description></item>
            /// <item><description>d</description></item>
            /// </list>
            /// <para>e</para>
            /// </remarks>
            """,
            Write("<p>x</p><ul><li>a<ul><li>b</li></ul>c</li><li>d</li></ul>e")
        );

    [Fact]
    public void Definitions_keep_their_terms() =>
        Assert.Equal(
            """
            /// <summary>Fallback.</summary>
            /// <remarks>
            /// <list type="bullet">
            /// <item><term>a</term>
            /// <description>first</description></item>
            /// <item><term>b</term></item>
            /// <item><term>c</term>
            /// <description>third</description></item>
            /// <item><description>fourth</description></item>
            /// </list>
            /// </remarks>
            """,
            Write("<dl><dt>a</dt><dd><p>first</p></dd><dt>b</dt><dt>c<dd>third<dd>fourth</dl>")
        );

    [Fact]
    public void Long_text_is_broken_between_words_but_never_inside_a_tag()
    {
        const string Url =
            "https://example.com/a/rather/long/address/that/alone/fills/most/of/a/line/of/this/comment.html";
        string[] lines = Write($"<p>{string.Join(' ', Enumerable.Repeat("word", 30))} <a href='{Url}'>link</a> end</p>")
            .Split('\n');

        Assert.Equal("/// <summary>", lines[0]);
        Assert.Equal("/// </summary>", lines[^1]);
        Assert.Contains($"<see href=\"{Url}\">link</see>", lines[3], StringComparison.Ordinal);
        Assert.All(lines[1..3], static line => Assert.InRange(line.Length, 50, 108));
    }

    [Theory]
    [InlineData("<p>It is <code>gone. Really</code> now. Look elsewhere.</p>", "It is <c>gone. Really</c> now.")]
    [InlineData("<p>Gone, e.g. deleted</p><p>For good.</p>", "Gone, e.g. deleted")]
    [InlineData("", "The service returned this error.")]
    public void An_exception_tells_its_first_sentence(string html, string expected) =>
        Assert.Equal(
            $"/// <exception cref=\"LostException\">{expected}</exception>",
            Printed(code => XmlDocs.WriteException(code, "LostException", html))
        );

    [Fact]
    public void Any_text_becomes_a_well_formed_comment()
    {
        Gen<string> piece = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(static i => Pieces[i]), Gen.String);
        piece.Array[0, 60].Select(string.Concat).Sample(html => AssertWellFormed(html));
    }

    [Fact]
    public void Deep_nesting_costs_tags_but_no_text()
    {
        string html = string.Concat(Enumerable.Repeat("<ul><li><b>x", 5_000));

        Assert.Equal(5_000, AssertWellFormed(html).Value.Count(static c => c == 'x'));
    }

    [Fact]
    public void All_documentation_of_the_public_models_becomes_well_formed_comments()
    {
        int texts = 0;
        foreach (
            string path in Directory.EnumerateFiles(
                Repository.DataOrSkip("models"),
                "service-2.json",
                SearchOption.AllDirectories
            )
        )
        {
            using JsonDocument model = JsonDocument.Parse(File.ReadAllText(path));
            foreach (string html in Documentation(model.RootElement))
            {
                AssertWellFormed(html);
                texts++;
            }
        }

        Assert.NotEqual(0, texts);
    }

    private static string Write(string html) => Printed(code => XmlDocs.Write(code, html, "Fallback."));

    private static string Printed(Action<CodeWriter> write)
    {
        CodeWriter code = new();
        write(code);
        return code.ToString().TrimEnd('\n');
    }

    private static XElement AssertWellFormed(string html)
    {
        string[] lines = Write(html).Split(['\r', '\n', '\u0085', '\u2028', '\u2029']);
        Assert.All(lines, static line => Assert.StartsWith("/// ", line, StringComparison.Ordinal));
        return XElement.Parse($"<member>{string.Join('\n', lines.Select(static line => line[4..]))}</member>");
    }

    private static IEnumerable<string> Documentation(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(static property =>
                    property is { Name: "documentation", Value.ValueKind: JsonValueKind.String }
                        ? [property.Value.GetString()!]
                        : Documentation(property.Value)
                ),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Documentation),
            _ => [],
        };
}
