using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class ProtocolReader
{
    /// <summary>The known ones of the service's protocols. Null, with a diagnostic, when there is none.</summary>
    public static EquatableArray<Protocol>? Read(JsonFields metadata)
    {
        Protocol awsJson = metadata.Text("jsonVersion") == "1.1" ? Protocol.AwsJson11 : Protocol.AwsJson10;
        EquatableArray<Protocol> listed = metadata
            .Texts("protocols")
            .Select(name => Find(name.Value, awsJson))
            .OfType<Protocol>()
            .Distinct()
            .ToEquatableArray();
        if (listed.Count > 0)
        {
            return listed;
        }

        // Older models have one, and no list.
        if (metadata.Require<JsonString>("protocol", "a string") is not { } only)
        {
            return null;
        }

        if (Find(only.Value, awsJson) is { } protocol)
        {
            return [protocol];
        }

        metadata.Diagnostics.Add(ReadingDiagnostics.UnsupportedProtocol, only.Span, $"'{only.Value}'");
        return null;
    }

    private static Protocol? Find(string name, Protocol awsJson) =>
        name switch
        {
            "rest-json" => Protocol.RestJson1,
            "rest-xml" => Protocol.RestXml,
            "json" => awsJson,
            "query" => Protocol.AwsQuery,
            "ec2" => Protocol.Ec2Query,
            "smithy-rpc-v2-cbor" => Protocol.RpcV2Cbor,
            _ => null,
        };
}
