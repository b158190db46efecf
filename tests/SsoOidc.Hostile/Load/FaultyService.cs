using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using SsoOidc.Hostile.Wire;

namespace SsoOidc.Hostile.Load;

/// <summary>A token service that fails three requests in ten, and keeps account of what it did to each call.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private const double FaultRate = 0.3;

    private readonly ConcurrentDictionary<int, Account> _accounts = new();
    private readonly Listener _listener;
    private int _faults;
    private int _requests;

    public FaultyService() => _listener = new Listener(ServeAsync);

    public Uri Endpoint => new($"http://127.0.0.1:{_listener.Port}");

    public int Requests => _requests;

    public int Faults => _faults;

    /// <summary>The device code of a call.</summary>
    public static string CodeOf(int call) => call.ToString(CultureInfo.InvariantCulture);

    public static string TokenOf(int call) => $"token-{call}";

    /// <summary>What happened to a call that is over.</summary>
    public Account Close(int call) => _accounts.TryRemove(call, out Account? account) ? account : new Account();

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task ServeAsync(Socket socket)
    {
        await using NetworkStream stream = new(socket, ownsSocket: true);
        Connection connection = new(socket, stream, static () => { });
        while (!connection.IsOver && await connection.ReadRequestAsync() is { } request)
        {
            await Decide(CallOf(request), AttemptOf(request)).PlayAsync(connection);
        }
    }

    private Script Decide(int call, int attempt)
    {
        bool fails = Random.Shared.NextDouble() < FaultRate;
        Fault? fault = fails ? Fault.All[Random.Shared.Next(Fault.All.Count)] : null;
        Account account = _accounts.GetOrAdd(call, static _ => new Account());
        account.LastAttempt = attempt;
        account.Outcomes.Add(fault);
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _faults, fault is null ? 0 : 1);
        return fault?.Script ?? Script.Respond("200 OK", $$"""{"accessToken":"{{TokenOf(call)}}","expiresIn":60}""");
    }

    private static int CallOf(ReceivedRequest request)
    {
        using JsonDocument body = JsonDocument.Parse(request.Body);
        return int.Parse(body.RootElement.GetProperty("deviceCode").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>The number in <c>attempt=2; max=3</c>.</summary>
    private static int AttemptOf(ReceivedRequest request)
    {
        string attempt = request.Header("amz-sdk-request")!.Split(';')[0];
        return int.Parse(attempt["attempt=".Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>What a service did to a call.</summary>
    internal sealed class Account
    {
        /// <summary>The number that the last request gave itself.</summary>
        public int LastAttempt { get; set; }

        /// <summary>What became of each request; null where it was answered as it should be.</summary>
        public List<Fault?> Outcomes { get; } = [];
    }
}
