using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SsoOidc.Emulator;

/// <summary>A form that asks STS for something. Its body can be read once more.</summary>
internal sealed class StsRequest
{
    private readonly Dictionary<string, StringValues> _fields;

    private StsRequest(Dictionary<string, StringValues> fields) => _fields = fields;

    public string Action => this["Action"] ?? "";

    public string? this[string name] =>
        _fields.TryGetValue(name, out StringValues value) && value.ToString() is { Length: > 0 } text ? text : null;

    public string Required(string name) =>
        this[name] ?? throw StsError.Create("ValidationError", $"The request lacks {name}");

    public static async Task<StsRequest> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        using var form = new FormReader(new MemoryStream(body.ToArray()));
        Dictionary<string, StringValues> fields = await form.ReadFormAsync(context.RequestAborted);
        context.Request.Body = body;
        return new StsRequest(fields);
    }
}
