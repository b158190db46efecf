using System.Xml;
using System.Xml.Linq;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>Compares XML documents by what they mean: the order of attributes and blanks between elements do not count.</summary>
internal static class XmlText
{
    public static bool AreSame(string left, string right) =>
        TryParse(left) is { } one && TryParse(right) is { } other && XNode.DeepEquals(one, other);

    /// <summary>Nor does the order of elements of different names.</summary>
    public static bool HoldSame(string left, string right) =>
        TryParse(left) is { } one && TryParse(right) is { } other && XNode.DeepEquals(Sorted(one), Sorted(other));

    private static XElement Sorted(XElement element) =>
        new(
            element.Name,
            element.Attributes(),
            element.HasElements
                ? element
                    .Elements()
                    .Select(Sorted)
                    .OrderBy(static child => child.Name.ToString(), StringComparer.Ordinal)
                : element.Value
        );

    private static XElement? TryParse(string text)
    {
        try
        {
            return Normalized(XElement.Parse(text, LoadOptions.PreserveWhitespace));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement Normalized(XElement element) =>
        new(
            element.Name,
            element.Attributes().OrderBy(static attribute => attribute.Name.ToString(), StringComparer.Ordinal),
            element.HasElements ? element.Elements().Select(Normalized) : element.Value
        );
}
