using System.Text;

namespace SsoOidc.Emulator;

/// <summary>A request as it arrived, for tests to look at. It holds secrets as they came: do not log it.</summary>
public sealed class RecordedRequest
{
    private RecordedRequest(EmulatorOperation operation, HttpRequest request, string body)
    {
        Operation = operation;
        Method = request.Method;
        Path = request.Path;
        Query = request.QueryString.ToString();
        Headers = request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        Body = body;
    }

    /// <summary>What the request asked for.</summary>
    public EmulatorOperation Operation { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The decoded path, with its leading slash.</summary>
    public string Path { get; }

    /// <summary>The query as sent, with its leading question mark; empty if there was none.</summary>
    public string Query { get; }

    /// <summary>The headers, found whatever the case of their names; repeated ones are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body, read as UTF-8.</summary>
    public string Body { get; }

    internal long Bytes =>
        Footprint.Entry
        + Footprint.Of(Path)
        + Footprint.Of(Query)
        + Footprint.Of(Body)
        + Headers.Sum(header => Footprint.Of(header.Key) + Footprint.Of(header.Value));

    /// <summary>Method and path: the parts that hold no secret.</summary>
    public override string ToString() => $"{Method} {Path}";

    /// <summary>Takes the request down and leaves its body to be read once more.</summary>
    internal static async Task<RecordedRequest> ReadAsync(HttpContext context, EmulatorOperation operation)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        return new RecordedRequest(operation, context.Request, Encoding.UTF8.GetString(body.ToArray()));
    }
}
