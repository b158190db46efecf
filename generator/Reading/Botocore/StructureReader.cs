using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Structures, unions and errors.</summary>
internal static class StructureReader
{
    private const int FirstServerError = 500;

    public static StructureShape Read(string name, JsonFields shape, BodyNames names)
    {
        HashSet<string> required = ReadRequired(name, shape);
        List<Member> members = [];
        foreach ((JsonProperty property, JsonFields fields) in shape.Entries("members"))
        {
            if (
                Identifier.Check(property, shape.Diagnostics)
                && MemberReader.Read(property.Name, fields, required.Contains(property.Name), names) is { } member
            )
            {
                members.Add(member);
            }
        }

        string? payload = ReadPayload(name, shape, members);
        return new StructureShape(name)
        {
            Members = members
                .Select(member => member.Name == payload ? PayloadMember(member) : member)
                .ToEquatableArray(),
            IsUnion = shape.Flag("union") || shape.Flag("eventstream"),
            IsEventStream = shape.Flag("eventstream"),
            Error = shape.Flag("exception") ? ReadError(name, shape) : null,
            Xml = XmlTraitsReader.Read(shape, names),
            Payload = payload,
        };
    }

    /// <summary>
    /// The root of a payload is called as its target. Where the format repeats the member's name without meaning it, it
    /// gives no namespace.
    /// </summary>
    private static Member PayloadMember(Member member) =>
        member.Xml is { Namespace: null } xml && xml.Name == member.Name ? member with { Xml = null } : member;

    private static HashSet<string> ReadRequired(string name, JsonFields shape)
    {
        HashSet<string> required = [];
        foreach (JsonString member in shape.Texts("required"))
        {
            if (HasMember(shape, member.Value))
            {
                required.Add(member.Value);
            }
            else
            {
                shape.Diagnostics.Add(ReadingDiagnostics.UnknownMember, member.Span, name, member.Value);
            }
        }

        return required;
    }

    private static string? ReadPayload(string name, JsonFields shape, List<Member> members)
    {
        string? payload = shape.Text("payload");
        if (payload is not null && !HasMember(shape, payload))
        {
            shape.Diagnostics.Add(ReadingDiagnostics.UnknownMember, shape.Json["payload"]!.Span, name, payload);
        }

        return members.Any(member => member.Name == payload) ? payload : null;
    }

    private static bool HasMember(JsonFields shape, string member) =>
        shape.Json["members"] is JsonObject members && members[member] is not null;

    private static ErrorTrait ReadError(string name, JsonFields shape)
    {
        JsonFields? error = shape.Object("error");
        long status = error?.Integer("httpStatusCode") ?? 0;
        JsonFields? retryable = shape.Object("retryable");
        return new ErrorTrait(
            error?.Text("code") ?? name,
            status is > 0 and < 1000 ? (int)status : 0,
            shape.Flag("fault") || status >= FirstServerError,
            retryable is not null,
            retryable?.Flag("throttling") ?? false
        );
    }
}
