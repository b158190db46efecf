namespace SsoOidc.Cli.Tests.Processes;

/// <summary>Processes that die while they write to the token cache.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private const int Kills = 40;
    private const int MostReads = 100;
    private const string Name = "d033e22ae348aeb5660fc2140aec35850c4da997";
    private readonly TempHome _home = new();
    private readonly FileTokenStore _store;

    public KilledWriterTests() => _store = new FileTokenStore(_home.CacheDirectory);

    [Fact]
    public async Task The_old_or_the_new_token_stays_whole_and_the_next_writer_gets_the_lock()
    {
        for (int i = 0; i < Kills; i++)
        {
            using ChildProcess writer = ChildProcess.Start(
                _home,
                [
                    "dotnet",
                    Path.Combine(AppContext.BaseDirectory, "SsoOidc.TokenWriter.dll"),
                    "write",
                    _store.Directory,
                    Name,
                ]
            );
            Assert.True(await writer.ReadLineAsync(line => line == "begun") is not null, "The writer could not write.");

            // The reads take until a moment that nobody can foresee.
            for (int reads = Random.Shared.Next(MostReads); reads >= 0; reads--)
            {
                await AssertWholeAsync();
            }

            writer.Kill();
            await writer.WaitAsync();
            await AssertWholeAsync();
        }

        await using IAsyncDisposable held = await _store.LockAsync(Name, TimeSpan.Zero);
        Assert.Equal([Name], _store.List());
    }

    public void Dispose() => _home.Dispose();

    private async Task AssertWholeAsync()
    {
        SsoToken token = SsoToken.FromJson(await File.ReadAllBytesAsync(_store.PathOf(Name)));
        Assert.True(token.AccessToken == token.RefreshToken, "The token is a mixture of two.");
    }
}
