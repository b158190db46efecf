using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.Processes;

/// <summary>Many processes over one token cache.</summary>
public class SharedCacheTests
{
    private const int Processes = 20;

    [Fact]
    public async Task Many_processes_that_ask_at_the_moment_of_expiry_cause_one_refresh()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        FileTokenStore store = new(home.Home.CacheDirectory);
        string name = new SsoSession
        {
            Name = "dev",
            StartUrl = "",
            Region = "",
        }.TokenName;
        SsoToken token = await ReadAsync(store, name);
        int before = Refreshes(home);
        await store.WriteAsync(name, (token with { ExpiresAt = DateTimeOffset.UtcNow }).ToJson());

        Task<CliResult[]> running = Task.WhenAll(
            Enumerable.Range(0, Processes).Select(_ => home.RunAsync("token", "--session", "dev"))
        );
        do
        {
            // Throws if the file is ever less than whole.
            token = await ReadAsync(store, name);
        } while (!running.IsCompleted);

        CliResult[] results = await running;
        Assert.All(results, result => Assert.Equal(ExitCode.Success, result.ExitCode));
        token = await ReadAsync(store, name);
        Assert.All(results, result => Assert.Equal(token.AccessToken, result.Output.Trim()));
        Assert.Equal(before + 1, Refreshes(home));
    }

    private static async Task<SsoToken> ReadAsync(FileTokenStore store, string name) =>
        SsoToken.FromJson(await File.ReadAllBytesAsync(store.PathOf(name)));

    private static int Refreshes(SignedInHome home) =>
        home.Emulator.Requests.Count(request =>
            request.Operation == EmulatorOperation.CreateToken
            && JsonNode.Parse(request.Body)!["grantType"]!.GetValue<string>() == "refresh_token"
        );
}
