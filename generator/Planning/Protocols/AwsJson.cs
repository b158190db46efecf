using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>AWS JSON 1.0 and 1.1: calls by name, with JSON in both directions.</summary>
internal static class AwsJson
{
    /// <param name="version">Of the protocol, for example <c>1.0</c>.</param>
    public static ProtocolRow Row(ServiceMetadata service, string version) =>
        new()
        {
            Bindings = new RpcBindings(static _ => "/", (operation, _) => Headers(service, operation))
            {
                SendsObjectWithoutInput = true,
            },
            Bodies = new BodyFormats(BodyFormat.Json, BodyFormat.Json, $"application/x-amz-json-{version}"),
            EventMediaType = "application/json",
            BodyName = static member => member.Name,
            Timestamps = static _ => TimestampEncoding.EpochSeconds,
        };

    private static List<ConstantHeader> Headers(ServiceMetadata service, OperationModel operation)
    {
        List<ConstantHeader> headers = [new("X-Amz-Target", $"{service.RpcName}.{operation.Name}")];
        if (service.IsQueryCompatible)
        {
            headers.Add(QueryCompatibility.Header);
        }

        return headers;
    }
}
