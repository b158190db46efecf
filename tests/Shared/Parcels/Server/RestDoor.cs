using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SsoOidcGen.Parcels.Server;

/// <summary>The service over restJson1: members travel in paths, queries, headers and bodies.</summary>
internal sealed class RestDoor(ParcelDesk desk, Gate gate)
{
    private readonly Dictionary<string, (byte[] Content, string? Type)> _photos = [];

    public void Map(WebApplication app)
    {
        Map(app, "POST", "/parcels", "SendParcel", status: 201);
        Map(app, "GET", "/parcels", "ListParcels");
        Map(app, "GET", "/parcels/{parcelId}", "GetParcel");
        Map(app, "DELETE", "/parcels/{parcelId}", "CancelParcel", status: 204);
        Map(app, "POST", "/parcels/{parcelId}/signature", "SignForParcel");
        Map(app, "GET", "/tracking/{parcelId}", "TrackParcel");
        Map(app, "POST", "/keys", "IssueApiKey");
        Map(app, "GET", "/usage", "GetUsage");
        Map(app, "GET", "/status", "GetServiceStatus");
        Map(app, "PUT", "/parcels/{parcelId}/photo", "PutPhoto", PutPhotoAsync);
        Map(app, "GET", "/parcels/{parcelId}/photo", "GetPhoto", GetPhotoAsync);
    }

    private void Map(WebApplication app, string method, string path, string operation, int status = 200) =>
        Map(
            app,
            method,
            path,
            operation,
            async (context, caller) =>
            {
                JsonObject input = await ReadAsync(context.Request);
                await RespondAsync(context, status, RestBody.ToJson(desk.Call(operation, caller, input)));
            }
        );

    private void Map(
        WebApplication app,
        string method,
        string path,
        string operation,
        Func<HttpContext, Caller, Task> serve
    ) => app.MapMethods(path, [method], context => ServeAsync(context, operation, serve));

    private async Task ServeAsync(HttpContext context, string operation, Func<HttpContext, Caller, Task> serve)
    {
        try
        {
            await serve(context, gate.Admit(operation, context.Request));
        }
        catch (ServiceError error)
        {
            context.Response.Headers["X-Amzn-Errortype"] = error.Code;
            await RespondAsync(context, error.Status, error.ToBody());
        }
    }

    private async Task PutPhotoAsync(HttpContext context, Caller caller)
    {
        using MemoryStream content = new();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        _photos[(string)context.Request.RouteValues["parcelId"]!] = (content.ToArray(), context.Request.ContentType);
        context.Response.StatusCode = 204;
    }

    private async Task GetPhotoAsync(HttpContext context, Caller caller)
    {
        string parcelId = (string)context.Request.RouteValues["parcelId"]!;
        if (!_photos.TryGetValue(parcelId, out (byte[] Content, string? Type) photo))
        {
            throw new ServiceError(404, "ParcelNotFound", $"There is no photo of {parcelId}");
        }

        context.Response.ContentType = photo.Type;
        await context.Response.Body.WriteAsync(photo.Content, context.RequestAborted);
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        JsonObject input =
            request.ContentLength > 0 ? RestBody.FromJson((await JsonNode.ParseAsync(request.Body))!.AsObject()) : [];
        foreach ((string name, object? value) in request.RouteValues)
        {
            input[name] = (string)value!;
        }

        foreach ((string name, StringValues values) in request.Query)
        {
            input[name] = name switch
            {
                "status" => new JsonArray([.. values.Select(static value => (JsonNode)value!)]),
                "pageSize" => int.Parse(values.ToString(), CultureInfo.InvariantCulture),
                _ => values.ToString(),
            };
        }

        if (request.Headers.TryGetValue("Idempotency-Key", out StringValues token))
        {
            input["clientToken"] = token.ToString();
        }

        return input;
    }

    private static Task RespondAsync(HttpContext context, int status, JsonObject body)
    {
        if (body.Remove("lastModified", out JsonNode? seconds))
        {
            DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds((long)seconds!);
            context.Response.Headers.LastModified = time.ToString("R", CultureInfo.InvariantCulture);
        }

        context.Response.StatusCode = status;
        return status == 204
            ? Task.CompletedTask
            : context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
