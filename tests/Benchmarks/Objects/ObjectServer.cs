using System.IO.Hashing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SsoOidcGen.Benchmarks.Objects;

/// <summary>A service on the loopback address that sends objects, of as many bytes as their keys say, with their CRC-32, and takes any.</summary>
internal sealed class ObjectServer : IAsyncDisposable
{
    private static readonly byte[] Block = new byte[128 * 1024];

    private readonly WebApplication _app;
    private readonly Dictionary<long, string> _checksums = [];

    private ObjectServer(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.Single();

    /// <param name="sizes">In bytes, multiples of 128 KiB.</param>
    public static async Task<ObjectServer> StartAsync(params IEnumerable<long> sizes)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        WebApplication app = builder.Build();
        ObjectServer server = new(app);
        foreach (long size in sizes)
        {
            server._checksums[size] = ChecksumOf(size);
        }

        app.Run(server.RespondAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string ChecksumOf(long size)
    {
        Crc32 checksum = new();
        for (long written = 0; written < size; written += Block.Length)
        {
            checksum.Append(Block);
        }

        byte[] hash = checksum.GetCurrentHash();
        Array.Reverse(hash);
        return Convert.ToBase64String(hash);
    }

    private async Task RespondAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentLength = 0;
            context.Response.Headers.ETag = "\"e\"";
            return;
        }

        long size = long.Parse(context.Request.Path.Value!.Split('/')[^1]);
        context.Response.ContentLength = size;
        context.Response.Headers["x-amz-checksum-crc32"] = _checksums[size];
        for (long sent = 0; sent < size; sent += Block.Length)
        {
            await context.Response.Body.WriteAsync(Block);
        }
    }
}
