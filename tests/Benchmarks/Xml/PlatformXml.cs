using System.Xml;
using SsoOidcGen.Benchmarks.Calls;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>Walks a response with the platform's reader.</summary>
internal static class PlatformXml
{
    public static XmlReader Read(PooledBytes body) =>
        XmlReader.Create(new MemoryStream(body.Written.ToArray()), new XmlReaderSettings { IgnoreWhitespace = true });

    /// <summary>The names of the elements in the one that the reader stands on. Each has to be read or skipped.</summary>
    public static IEnumerable<string> Members(this XmlReader reader)
    {
        bool isEmpty = reader.IsEmptyElement;
        reader.ReadStartElement();
        if (isEmpty)
        {
            yield break;
        }

        while (reader.NodeType == XmlNodeType.Element)
        {
            yield return reader.LocalName;
        }

        reader.ReadEndElement();
    }
}
