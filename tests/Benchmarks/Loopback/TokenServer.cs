using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SsoOidcGen.Benchmarks.Calls;

namespace SsoOidcGen.Benchmarks.Loopback;

/// <summary>A service on the loopback address that responds to every request with a token.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TokenServer(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.Single();

    public static async Task<TokenServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.Run(RespondAsync);
        await app.StartAsync();
        return new TokenServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task RespondAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = ResponseBodies.Token.Length;
        await context.Response.Body.WriteAsync(ResponseBodies.Token);
    }
}
