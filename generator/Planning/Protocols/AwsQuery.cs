using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>AWS Query: calls by name in a form, with XML in return.</summary>
internal static class AwsQuery
{
    public static ProtocolRow Row(ServiceMetadata service) =>
        new()
        {
            Bindings = new RpcBindings(static _ => "/", static (_, _) => []) { SendsObjectWithoutInput = true },
            Bodies = new BodyFormats(BodyFormat.Query, BodyFormat.Xml, "application/x-www-form-urlencoded")
            {
                MarksEmptyLists = true,
            },
            EventMediaType = "application/xml",
            BodyName = XmlNames.LocalOf,
            RequestName = XmlNames.Of,
            Form = operation => new FormPlan(operation.Name, service.ApiVersion),
            ResultWrapper = static operation => operation.ResultWrapper ?? operation.Name + "Result",
            Timestamps = static _ => TimestampEncoding.DateTime,
            CarriesDocuments = false,
            CarriesEvents = false,
            CarriesNulls = false,
        };
}
