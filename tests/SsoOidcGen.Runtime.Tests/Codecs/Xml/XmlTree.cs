using System.Text;
using System.Text.Unicode;
using System.Xml;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

/// <summary>What a document holds, as one text: elements with their attributes, their own text and their children.</summary>
internal static class XmlTree
{
    /// <exception cref="MalformedContentException">The document is refused.</exception>
    public static string Read(ReadOnlySpan<byte> document)
    {
        StringBuilder tree = new();
        Utf8XmlReader reader = new(document);
        Read(ref reader, reader.Name, tree);
        return tree.ToString();
    }

    /// <exception cref="XmlException">The platform's reader refuses the document.</exception>
    public static string ReadByOracle(byte[] document)
    {
        if (!Utf8.IsValid(document) || document.Contains((byte)0))
        {
            throw new XmlException("The oracle does not see an incomplete character or NUL behind the root.");
        }

        using XmlTextReader oracle = new(new MemoryStream(document))
        {
            DtdProcessing = DtdProcessing.Prohibit,
            EntityHandling = EntityHandling.ExpandEntities,
            XmlResolver = null,
            Namespaces = false,
            Normalization = true,
            WhitespaceHandling = WhitespaceHandling.All,
        };
        StringBuilder tree = new();
        if (oracle.Read() && oracle.NodeType == XmlNodeType.XmlDeclaration && oracle.GetAttribute("version") != "1.0")
        {
            throw new XmlException("The oracle compares the beginning of the version alone.");
        }

        oracle.MoveToContent();
        Read(oracle, tree);
        while (oracle.Read())
        {
            // What follows the root has to be well-formed too.
        }

        return tree.ToString();
    }

    private static void Read(ref Utf8XmlReader reader, ReadOnlySpan<byte> name, StringBuilder tree)
    {
        tree.Append('<').Append(Encoding.UTF8.GetString(name));
        while (reader.NextAttribute(out ReadOnlySpan<byte> attribute))
        {
            tree.Append(' ').Append(Encoding.UTF8.GetString(attribute)).Append('=');
            tree.Append(Encoding.UTF8.GetString(reader.ReadText()));
        }

        Utf8XmlReader whole = reader;
        tree.Append('>').Append(Encoding.UTF8.GetString(whole.ReadText()));
        while (reader.NextMember(out ReadOnlySpan<byte> child))
        {
            Read(ref reader, child, tree);
        }

        tree.Append("</>");
    }

    private static void Read(XmlTextReader oracle, StringBuilder tree)
    {
        if (oracle.NodeType != XmlNodeType.Element)
        {
            throw new XmlException("There is no root.");
        }

        tree.Append('<').Append(Local(oracle.Name));
        bool isEmpty = oracle.IsEmptyElement;
        while (oracle.MoveToNextAttribute())
        {
            tree.Append(' ').Append(Local(oracle.Name)).Append('=').Append(oracle.Value);
        }

        tree.Append('>');
        int end = tree.Length;
        while (!isEmpty && oracle.Read() && oracle.NodeType != XmlNodeType.EndElement)
        {
            switch (oracle.NodeType)
            {
                case XmlNodeType.Element:
                    Read(oracle, tree);
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace:
                    tree.Insert(end, oracle.Value);
                    end += oracle.Value.Length;
                    break;
            }
        }

        tree.Append("</>");
    }

    private static string Local(string name) => name[(name.LastIndexOf(':') + 1)..];
}
