using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Conformance.Streaming;

/// <summary>A loopback HTTP/2 server that sends each event back as soon as it has come.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoServer(WebApplication app) => _app = app;

    public Uri Address =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>The messages around the events, when these are signed.</summary>
    public List<EventMessage> Envelopes { get; } = [];

    public IHeaderDictionary? RequestHeaders { get; private set; }

    public static async Task<EchoServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            // Events may be a long time coming.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port: 0, static listen => listen.Protocols = HttpProtocols.Http2);
        });
        WebApplication app = builder.Build();
        EchoServer server = new(app);
        app.MapPost("/echo", server.EchoAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task EchoAsync(HttpContext context)
    {
        RequestHeaders = context.Request.Headers;
        context.Response.ContentType = context.Request.ContentType;
        await context.Response.Body.FlushAsync(context.RequestAborted);
        EventMessageReader messages = new(context.Request.Body);
        while (await messages.ReadAsync(context.RequestAborted) is { } message)
        {
            ReadOnlyMemory<byte> frame = message.Headers.ContainsKey(":chunk-signature")
                ? message.Payload
                : EventMessageWriter.Write(message);
            if (message.Headers.ContainsKey(":chunk-signature"))
            {
                Envelopes.Add(message);
            }

            await context.Response.Body.WriteAsync(frame, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
