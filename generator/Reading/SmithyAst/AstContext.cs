using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>What the meaning of a trait depends on.</summary>
internal sealed class AstContext(ServiceMetadata service, ShapeNames names, XmlNamespace? xmlNamespace)
{
    public ServiceMetadata Service => service;

    public ShapeNames Names => names;

    /// <summary>The namespace of all elements of the service; it is written where a body begins.</summary>
    public XmlNamespace? XmlNamespace => xmlNamespace;

    /// <summary>The service speaks a protocol that puts members where HTTP traits say; all others ignore these traits.</summary>
    public bool HasHttpBindings { get; } =
        service.Protocols.Any(static protocol => protocol is Protocol.RestJson1 or Protocol.RestXml);

    public bool HasXml { get; } =
        service.Protocols.Any(static protocol =>
            protocol is Protocol.RestXml or Protocol.AwsQuery or Protocol.Ec2Query
        );

    /// <summary>Errors have the codes of the query protocols, beside or instead of their names.</summary>
    public bool HasQueryErrors { get; } =
        service.IsQueryCompatible
        || service.Protocols.Any(static protocol => protocol is Protocol.AwsQuery or Protocol.Ec2Query);
}
