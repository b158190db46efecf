using Microsoft.AspNetCore.Http.Features;

namespace SsoOidc.Emulator;

/// <summary>A request as it came over the wire, as far as a signature covers it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query as sent, not decoded.</param>
/// <param name="Headers">Names and values, in their order; repeated names stay apart.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record SignedRequest(
    string Method,
    string Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    ReadOnlyMemory<byte> Body
)
{
    public static async Task<SignedRequest> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Request.Body.Position = 0;
        return new SignedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            [
                .. context.Request.Headers.SelectMany(
                    header => header.Value,
                    (header, value) => (header.Key, value ?? "")
                ),
            ],
            body.ToArray()
        );
    }

    /// <returns>The values of the header, joined by commas; <see langword="null"/> if it is absent.</returns>
    public string? Header(string name)
    {
        string[] values =
        [
            .. Headers
                .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(header => header.Value),
        ];
        return values.Length == 0 ? null : string.Join(',', values);
    }
}
