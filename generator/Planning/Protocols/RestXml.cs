using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>AWS restXml.</summary>
internal static class RestXml
{
    public static ProtocolRow Row { get; } =
        new()
        {
            Bindings = new HttpBindings(),
            Bodies = new BodyFormats(BodyFormat.Xml, BodyFormat.Xml, "application/xml"),
            EventMediaType = "application/xml",
            BodyName = XmlNames.LocalOf,
            RequestName = XmlNames.Of,
            Timestamps = static location =>
                location is MemberLocation.Header or MemberLocation.PrefixHeaders
                    ? TimestampEncoding.HttpDate
                    : TimestampEncoding.DateTime,
            BytesMediaType = null,
            OmitsUnsetObject = true,
            CarriesDocuments = false,
            CarriesNulls = false,
        };
}
