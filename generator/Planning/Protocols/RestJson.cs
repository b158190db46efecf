using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>AWS restJson1.</summary>
internal static class RestJson
{
    public static ProtocolRow Row { get; } =
        new()
        {
            Bindings = new HttpBindings(),
            Bodies = new BodyFormats(BodyFormat.Json, BodyFormat.Json, "application/json"),
            EventMediaType = "application/json",
            BodyName = static member => member.JsonName,
            Timestamps = static location =>
                location switch
                {
                    MemberLocation.Body => TimestampEncoding.EpochSeconds,
                    MemberLocation.Header or MemberLocation.PrefixHeaders => TimestampEncoding.HttpDate,
                    _ => TimestampEncoding.DateTime,
                },
            SendsEmptyPayload = true,
        };
}
