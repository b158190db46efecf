using System.Text.Json.Nodes;

namespace SsoOidcGen.Parcels.Server;

/// <summary>An error as the service responds with it.</summary>
internal sealed class ServiceError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Members besides the message.</summary>
    public JsonObject Members { get; init; } = [];

    public JsonObject ToBody()
    {
        JsonObject body = Members.DeepClone().AsObject();
        body["message"] = Message;
        return body;
    }
}
