using System.Net;
using SsoOidcGen.Parcels.Server;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Parcels;

/// <summary>The service with a client of one of its protocols.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private readonly Lazy<ParcelsClient> _client;

    private Trial(ParcelServer server)
    {
        Server = server;
        Options = new ServiceClientOptions
        {
            Endpoint = server.Address,
            ApiKey = static _ => ValueTask.FromResult(Gate.ApiKey),
            TimeProvider = new HastyTime(DateTimeOffset.UnixEpoch, limit: TimeSpan.FromMinutes(1)),
        };
        _client = new Lazy<ParcelsClient>(() => new ParcelsClient(Options));
    }

    public ParcelServer Server { get; }

    /// <summary>To be changed before the first call. They hold an API key, and no password.</summary>
    public ServiceClientOptions Options { get; }

    public ParcelsClient Client => _client.Value;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Trial> StartAsync() => new(await ParcelServer.StartAsync());

    /// <summary>Options hold user name and password.</summary>
    public void UsePassword(string password = Gate.Password) =>
        Options.BasicCredentials = _ => ValueTask.FromResult(new NetworkCredential(Gate.UserName, password));

    /// <summary>A parcel of which a test needs no more than its number.</summary>
    public async Task<string> SendAsync()
    {
        SendParcelResponse sent = await Client.SendParcelAsync(
            new SendParcelRequest { Recipient = Address(), Contents = new Contents.Letter(new Letter { Pages = 1 }) },
            Cancellation
        );
        return sent.Parcel.ParcelId;
    }

    public static Address Address(string city = "Graz") =>
        new()
        {
            Name = "Zoë",
            Street = "Annenstraße 1",
            City = city,
            Phone = "+43 316 0000",
        };

    public async ValueTask DisposeAsync()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        await Server.DisposeAsync();
    }
}
