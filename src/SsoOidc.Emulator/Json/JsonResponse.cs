using System.Text.Json;

namespace SsoOidc.Emulator;

internal static class JsonResponse
{
    public static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> writeMembers, int status = 200)
    {
        ReadOnlyMemory<byte> body = JsonText.Object(writeMembers);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(body);
    }
}
