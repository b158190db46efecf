using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class MemberReader
{
    /// <summary>Null, with a diagnostic, when the member has no target or an unknown place.</summary>
    public static Member? Read(string name, JsonFields member, bool required, BodyNames names)
    {
        Vocabulary.Member.Check(member);
        if (member.RequiredText("shape") is not { } target || ReadLocation(member) is not { } location)
        {
            return null;
        }

        string? locationName = member.Text("locationName");
        bool isInBody = location is MemberLocation.Body;
        return new Member
        {
            Name = name,
            Target = member.Flag("streaming") ? StreamingBlobs.NameOf(target) : target,
            Documentation = member.Text("documentation") ?? "",
            Required = required,
            Location = location,
            HttpName = isInBody ? name : locationName ?? name,
            JsonName = isInBody && names.AreJson ? locationName ?? name : name,
            Xml = isInBody ? XmlTraitsReader.Read(member, names) : null,
            Ec2QueryName = member.Text("queryName"),
            TimestampFormat = TimestampFormatReader.Read(member),
            Sensitive = member.Flag("sensitive"),
            IdempotencyToken = member.Flag("idempotencyToken"),
            JsonValue = member.Flag("jsonvalue"),
            HostLabel = member.Flag("hostLabel"),
            ContextParameter = member.Object("contextParam")?.RequiredText("name"),
            EventHeader = member.Flag("eventheader"),
            EventPayload = member.Flag("eventpayload"),
            Deprecated = DeprecationReader.Read(member),
        };
    }

    private static MemberLocation? ReadLocation(JsonFields member)
    {
        string? location = member.Text("location");
        switch (location)
        {
            case null:
                return MemberLocation.Body;
            case "uri":
                return MemberLocation.Label;
            case "querystring":
                return MemberLocation.Query;
            case "header":
                return MemberLocation.Header;
            case "headers":
                return MemberLocation.PrefixHeaders;
            case "statusCode":
                return MemberLocation.StatusCode;
            default:
                member.Wrong("location", "uri, querystring, header, headers or statusCode", $"'{location}'");
                return null;
        }
    }
}
