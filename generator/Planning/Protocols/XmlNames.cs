using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>How the elements of XML are called.</summary>
internal static class XmlNames
{
    /// <summary>The name that is written.</summary>
    public static string Of(Member member) => member.Xml?.Name ?? member.Name;

    /// <summary>The name that is read: prefixes do not count.</summary>
    public static string LocalOf(Member member)
    {
        string name = Of(member);
        return name.Substring(name.IndexOf(':') + 1);
    }

    public static ElementPlan Element(string name, XmlNamespace? @namespace) =>
        new(name, @namespace is null ? null : new NamespacePlan(@namespace.Uri, @namespace.Prefix));

    /// <summary>The root of a request whose body holds members of the input.</summary>
    public static ElementPlan RootOf(OperationModel operation, StructureShape input) =>
        Element(
            input.Xml?.Name ?? operation.InputXml?.Name ?? input.Name,
            operation.InputXml?.Namespace ?? input.Xml?.Namespace
        );

    /// <summary>The root of a body that is one member.</summary>
    public static ElementPlan RootOf(Member payload, Shape target)
    {
        XmlTraits? own = (target as StructureShape)?.Xml;
        return Element(payload.Xml?.Name ?? own?.Name ?? target.Name, payload.Xml?.Namespace ?? own?.Namespace);
    }
}
