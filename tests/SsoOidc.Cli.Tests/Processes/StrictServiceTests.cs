using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.Processes;

/// <summary>Whatever happens to the processes that use a session, the session survives.</summary>
public sealed class StrictServiceTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Processes = 50;
    private const int Chains = 4;
    private const int KillsPerChain = 50;
    private const int Cancellations = 200;
    private const int MostReads = 60;
    private SsoOidcEmulator _service = null!;

    public async ValueTask InitializeAsync() => _service = await StrictSession.StartServiceAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Fifty_processes_share_it()
    {
        using StrictSession session = await StrictSession.SignInAsync(_service);
        await session.ExpireAsync();

        CliResult[] results = await Task.WhenAll(
            Enumerable
                .Range(0, Processes)
                .Select(async _ =>
                {
                    using ChildProcess process = session.Start(times: 3);
                    return await process.WaitAsync();
                })
        );

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Error));
        Assert.True(await session.IsAliveAsync());
    }

    [Fact]
    public async Task Two_hundred_kills_cost_it_only_between_response_and_write()
    {
        int[] lost = await Task.WhenAll(Enumerable.Range(0, Chains).Select(_ => KillAsync()));

        output.WriteLine($"{Chains * KillsPerChain} kills, {lost.Sum()} of them between response and write.");
        Assert.NotEqual(Chains * KillsPerChain, lost.Sum());
    }

    [Fact]
    public async Task Two_hundred_cancellations_cost_nothing()
    {
        using StrictSession session = await StrictSession.SignInAsync(_service);
        using SsoLogin login = session.CreateLogin();
        // Callers give up at any moment of a refresh, and some just after it.
        int most = 2 * await ReadUntilAsync(session, login.GetTokenAsync());
        int canceled = 0;
        for (int i = 0; i < Cancellations; i++)
        {
            await session.ExpireAsync();
            using CancellationTokenSource caller = new();
            Task<SsoToken> call = login.GetTokenAsync(caller.Token);
            await PassAsync(session, most);
            await caller.CancelAsync();
            canceled += await Record.ExceptionAsync(() => call) is OperationCanceledException ? 1 : 0;
            await SsoLogin.CompleteRefreshesAsync();
        }

        output.WriteLine($"{canceled} of {Cancellations} callers did not get their token.");
        Assert.NotEqual(0, canceled);
        Assert.True(await session.IsAliveAsync());
    }

    [Fact]
    public async Task A_full_disk_costs_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The size of files is limited by the shell.");
        using StrictSession session = await StrictSession.SignInAsync(_service);
        await session.ExpireAsync();
        SsoToken before = await session.ReadAsync();

        // Files of 16 KiB at most, which is less than what is made room for.
        using ChildProcess process = session.Start(times: 1, shell: "trap '' XFSZ; ulimit -f 32");
        CliResult result = await process.WaitAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(session.Store.PathOf(StrictSession.Name), result.Error);
        Assert.Contains("could not be stored", result.Error);
        Assert.Equal(0, session.TimesSent(before.RefreshToken));
        Assert.True(await session.IsAliveAsync());
    }

    /// <returns>How many kills cost the session.</returns>
    private async Task<int> KillAsync()
    {
        using StrictSession session = await StrictSession.SignInAsync(_service);
        int lost = 0;
        for (int i = 0; i < KillsPerChain; i++)
        {
            using (ChildProcess process = session.Start(times: int.MaxValue))
            {
                Assert.True(await process.ReadLineAsync(_ => true) is not null, "There was no token.");
                await PassAsync(session, MostReads);
                process.Kill();
                await process.WaitAsync();
            }

            SsoToken left = await session.ReadAsync();
            if (!await session.IsAliveAsync())
            {
                // Once by the process that was killed, and once by the check: nobody else has spent it.
                Assert.Equal(2, session.TimesSent(left.RefreshToken));
                lost++;
                await session.SignInAsync();
            }
        }

        return lost;
    }

    /// <summary>Reads until a moment that nobody can foresee; every read finds a whole token.</summary>
    private static async Task PassAsync(StrictSession session, int mostReads)
    {
        for (int reads = Random.Shared.Next(mostReads); reads > 0; reads--)
        {
            await session.ReadAsync();
        }
    }

    /// <returns>How many reads fit into the work.</returns>
    private static async Task<int> ReadUntilAsync(StrictSession session, Task work)
    {
        int reads = 0;
        do
        {
            await session.ReadAsync();
            reads++;
        } while (!work.IsCompleted);
        await work;
        return reads;
    }
}
