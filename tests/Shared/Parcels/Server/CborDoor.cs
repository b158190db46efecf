using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SsoOidcGen.Parcels.Server;

/// <summary>The service over Smithy RPC v2 CBOR: one path for each operation, and everything in the body.</summary>
internal sealed class CborDoor(ParcelDesk desk, Gate gate)
{
    private const string Protocol = "rpc-v2-cbor";

    public void Map(WebApplication app) => app.MapPost("/service/Parcels/operation/{operation}", ServeAsync);

    private async Task ServeAsync(HttpContext context, string operation)
    {
        HttpRequest request = context.Request;
        try
        {
            Caller caller = gate.Admit(operation, request);
            if (request.Headers["Smithy-Protocol"] != Protocol)
            {
                throw new ServiceError(400, "UnknownProtocol", "This path speaks another protocol");
            }

            using MemoryStream body = new();
            await request.Body.CopyToAsync(body, context.RequestAborted);
            await RespondAsync(context, 200, desk.Call(operation, caller, CborBody.Read(body.ToArray())));
        }
        catch (ServiceError error)
        {
            JsonObject body = error.ToBody();
            body["__type"] = "example.parcels#" + error.Code;
            await RespondAsync(context, error.Status, body);
        }
    }

    private static async Task RespondAsync(HttpContext context, int status, JsonObject body)
    {
        byte[] content = CborBody.Write(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/cbor";
        context.Response.Headers["Smithy-Protocol"] = Protocol;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
