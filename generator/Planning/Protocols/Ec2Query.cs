using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>EC2 Query: as AWS Query, with other keys in the form and without a wrapper in the response.</summary>
internal static class Ec2Query
{
    public static ProtocolRow Row(ServiceMetadata service) =>
        AwsQuery.Row(service) with
        {
            Bodies = new BodyFormats(BodyFormat.Query, BodyFormat.Xml, "application/x-www-form-urlencoded"),
            RequestName = static member => member.Ec2QueryName ?? Capitalized(XmlNames.Of(member)),
            ItemName = static _ => null,
            ResultWrapper = static _ => null,
        };

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
