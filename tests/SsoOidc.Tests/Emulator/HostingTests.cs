using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class HostingTests
{
    [Fact]
    public async Task It_listens_on_the_loopback_address_and_on_the_port_that_is_asked_for()
    {
        int port;
        await using (EmulatorHarness first = await EmulatorHarness.StartAsync())
        {
            Assert.Equal("127.0.0.1", first.Emulator.BaseAddress.Host);
            port = first.Emulator.BaseAddress.Port;
            await Assert.ThrowsAsync<IOException>(() => StartAsync(port));
        }

        await using SsoOidcEmulator second = await StartAsync(port);
        Assert.Equal(port, second.BaseAddress.Port);
    }

    [Fact]
    public async Task Disposal_does_not_wait_for_requests_that_wait()
    {
        EmulatorHarness harness = await EmulatorHarness.StartAsync();
        harness.Emulator.Faults.Add(EmulatorOperation.RegisterClient, new Fault { Delay = TimeSpan.FromDays(1) });
        Task<JsonObject> waiting = harness.RegisterAsync();
        while (harness.Emulator.Requests.Count == 0)
        {
            await Task.Yield();
        }

        await harness.Emulator.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);
        harness.Http.Dispose();
    }

    [Fact]
    public async Task A_start_that_is_cancelled_leaves_the_port_free()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SsoOidcEmulator.StartAsync(new EmulatorOptions { Port = port }, cancelled.Token)
        );

        await using SsoOidcEmulator second = await StartAsync(port);
        Assert.Equal(port, second.BaseAddress.Port);
    }

    private static Task<SsoOidcEmulator> StartAsync(int port) =>
        SsoOidcEmulator.StartAsync(new EmulatorOptions { Port = port }, EmulatorHarness.Cancellation);
}
