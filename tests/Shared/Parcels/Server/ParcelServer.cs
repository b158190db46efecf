using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace SsoOidcGen.Parcels.Server;

/// <summary>The service on the loopback address, written by hand from its model: by both protocols, over one desk.</summary>
internal sealed class ParcelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Gate _gate = new();

    private ParcelServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        new RestDoor(Desk, _gate).Map(_app);
        new CborDoor(Desk, _gate).Map(_app);
    }

    public Uri Address => new(_app.Urls.Single());

    public ParcelDesk Desk { get; } = new();

    /// <summary>The calls that were let in.</summary>
    public IReadOnlyList<ServedCall> Calls => _gate.Calls;

    public static async Task<ParcelServer> StartAsync()
    {
        ParcelServer server = new();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
