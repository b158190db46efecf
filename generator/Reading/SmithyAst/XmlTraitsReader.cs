using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class XmlTraitsReader
{
    private static readonly XmlTraits Nothing = new();

    /// <summary>Null when the model says nothing, or when no protocol of the service asks for it.</summary>
    public static XmlTraits? Read(AstNode node, AstContext context)
    {
        if (!context.HasXml)
        {
            return null;
        }

        XmlTraits traits = new()
        {
            Name = node.Text(Trait.XmlName),
            Namespace = ReadNamespace(node),
            IsAttribute = node.Has(Trait.XmlAttribute),
            IsFlattened = node.Has(Trait.XmlFlattened),
        };
        return traits == Nothing ? null : traits;
    }

    public static XmlNamespace? ReadNamespace(AstNode node) =>
        node.Object(Trait.XmlNamespace) is { } trait && trait.RequiredText("uri") is { } uri
            ? new XmlNamespace(uri, trait.Text("prefix"))
            : null;
}
