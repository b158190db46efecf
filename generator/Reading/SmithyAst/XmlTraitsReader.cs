using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class XmlTraitsReader
{
    /// <summary>Null when the model says nothing, or when no protocol of the service asks for it.</summary>
    public static XmlTraits? Read(AstNode node, AstContext context)
    {
        if (!context.HasXml)
        {
            return null;
        }

        string? name = node.Text(Trait.XmlName);
        XmlNamespace? @namespace = ReadNamespace(node);
        bool isAttribute = node.Has(Trait.XmlAttribute);
        bool isFlattened = node.Has(Trait.XmlFlattened);
        return name is null && @namespace is null && !isAttribute && !isFlattened
            ? null
            : new XmlTraits
            {
                Name = name,
                Namespace = @namespace,
                IsAttribute = isAttribute,
                IsFlattened = isFlattened,
            };
    }

    public static XmlNamespace? ReadNamespace(AstNode node) =>
        node.Object(Trait.XmlNamespace) is { } trait && trait.RequiredText("uri") is { } uri
            ? new XmlNamespace(uri, trait.Text("prefix"))
            : null;
}
