using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using CsCheck;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

/// <summary>The platform's XML reader reads what we read, refuses what we refuse, and reads what we write.</summary>
public sealed class XmlOracleTests
{
    private static readonly Gen<string> s_name = AnyOf("a", "Key", "x:Value", "_é", "member-1.b", "日本");

    private static readonly Gen<string> s_text = AnyOf(
        "plain",
        " ",
        "\r\n",
        "\t",
        "&amp;&lt;&gt;&quot;&apos;",
        "&#65;&#x1F600;&#13;",
        "ü€😀",
        "] ]>",
        "'"
    );

    private static readonly Gen<string> s_content = Gen.Recursive<string>(
        (depth, nested) =>
            Gen.Frequency(
                (4, s_text),
                (1, AnyOf("<![CDATA[<&]]>", "<![CDATA[]]>", "<![CDATA[\r]]>")),
                (1, AnyOf("<!---->", "<!-- - -->", "<?p?>", "<?p <a> ?>")),
                (1, AnyOf("<e/>", "<e />", "<e></e >", "<x:e  x:b=\"1\"/>")),
                (
                    depth < 5 ? 5 : 0,
                    Gen.Select(s_name, Attributes(), nested.Array[0, 4])
                        .Select((name, attributes, content) => $"<{name}{attributes}>{string.Concat(content)}</{name}>")
                )
            )
    );

    private static readonly Gen<string> s_document = Gen.Select(
        AnyOf(
            "",
            "\uFEFF",
            "<?xml version=\"1.0\"?>",
            "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\r\n<!-- x -->"
        ),
        s_content.Array[0, 4],
        AnyOf("", "\n", "<!-- end --> <?p?>"),
        (before, content, after) => $"{before}<root>{string.Concat(content)}</root>{after}"
    );

    [Fact]
    public void Random_documents_are_read_as_the_oracle_reads_them() =>
        s_document.Sample(
            text =>
            {
                byte[] document = Encoding.UTF8.GetBytes(text);
                return XmlTree.Read(document) == XmlTree.ReadByOracle(document);
            },
            iter: 2_000
        );

    [Fact]
    public void Damaged_documents_are_refused_where_the_oracle_refuses_them() =>
        Mutants(s_document.Select(Encoding.UTF8.GetBytes)).Sample(IsJudgedAlike, iter: 20_000, print: Judgments);

    [Fact]
    public void Damaged_responses_are_refused_where_the_oracle_refuses_them() =>
        Mutants(AnyOf<byte[]>([.. XmlSamples.All])).Sample(IsJudgedAlike, iter: 20_000, print: Judgments);

    [Fact]
    public void What_is_written_is_read_by_the_oracle() =>
        Gen.Select(Gen.String.Where(IsText), Gen.String.Where(IsText))
            .Sample(
                (attribute, text) =>
                {
                    ArrayBufferWriter<byte> output = new();
                    Utf8XmlWriter writer = new(output);
                    writer.WriteStartElement("root"u8);
                    writer.WriteAttribute("a"u8, attribute);
                    writer.WriteElement("e"u8, text);
                    writer.WriteEndElement("root"u8);
                    string expected = $"<root a={attribute}><e>{text}</></>";
                    return XmlTree.ReadByOracle(output.WrittenSpan.ToArray()) == expected
                        && XmlTree.Read(output.WrittenSpan) == expected;
                }
            );

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string> Attributes() =>
        Gen.Select(Gen.Int[0, 3], s_text)
            .Select(
                (count, value) =>
                    string.Concat(
                        Enumerable.Range(0, count).Select(number => $" x:a{number} = '{value.Replace("'", "&apos;")}'")
                    )
            );

    private static bool IsText(string text) =>
        text.EnumerateRunes().All(static rune => rune != Rune.ReplacementChar)
        && text.All(static c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c));

    private static Gen<byte[]> Mutants(Gen<byte[]> documents) =>
        Gen.Select(
            documents,
            Gen.Int[0, 1 << 20],
            Gen.OneOf(Gen.Byte, AnyOf<byte>([.. "<>/&;![]?-=\"' :x\n"u8])),
            Gen.Int[0, 3],
            static (document, at, with, kind) =>
            {
                at %= document.Length;
                return kind switch
                {
                    0 => document[..at],
                    1 => [.. document[..at], with, .. document[(at + 1)..]],
                    2 => [.. document[..at], .. document[(at + 1)..]],
                    _ => (byte[])[.. document[..at], with, .. document[at..]],
                };
            }
        );

    private static bool IsJudgedAlike(byte[] document)
    {
        string? own = Try(static document => XmlTree.Read(document), document);
        // Blanks before a declaration are harmless, and services send them.
        byte[] trimmed = [.. document.AsSpan().TrimStart(" \t\r\n"u8)];
        bool isMarked = trimmed.AsSpan().StartsWith("\uFEFF"u8);
        return own == Try(XmlTree.ReadByOracle, isMarked ? document : trimmed);
    }

    private static string Judgments(byte[] document) =>
        $"""
            {JsonSerializer.Serialize(Encoding.UTF8.GetString(document))}
            own:    {Try(static document => XmlTree.Read(document), document) ?? "refused"}
            oracle: {Try(XmlTree.ReadByOracle, document) ?? "refused"}
            """;

    private static string? Try(Func<byte[], string> read, byte[] document)
    {
        try
        {
            return read(document);
        }
        catch (Exception e) when (e is MalformedContentException or XmlException)
        {
            return null;
        }
    }
}
