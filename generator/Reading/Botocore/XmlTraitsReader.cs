using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class XmlTraitsReader
{
    /// <summary>Null when the model says nothing, or when no protocol of the service asks for it.</summary>
    public static XmlTraits? Read(JsonFields owner, BodyNames names)
    {
        if (!names.AreXml)
        {
            return null;
        }

        XmlTraits traits = new()
        {
            Name = owner.Text("locationName"),
            Namespace = ReadNamespace(owner),
            IsAttribute = owner.Flag("xmlAttribute"),
            IsFlattened = owner.Flag("flattened"),
        };
        return traits == new XmlTraits() ? null : traits;
    }

    private static XmlNamespace? ReadNamespace(JsonFields owner)
    {
        if (owner.Json["xmlNamespace"] is JsonString uri)
        {
            return new XmlNamespace(uri.Value, null);
        }

        return owner.Object("xmlNamespace") is { } parts && parts.RequiredText("uri") is { } text
            ? new XmlNamespace(text, parts.Text("prefix"))
            : null;
    }
}
