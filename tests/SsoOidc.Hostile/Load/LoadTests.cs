using System.Collections.Concurrent;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile.Load;

[Collection(nameof(Alone))]
public sealed class LoadTests
{
    private const int Calls = 20_000;
    private const int Callers = 64;
    private const int MaxAttempts = 3;

    // A tenth of a kilobyte for each call of the second half.
    private const long Tolerated = Calls / 2 * 100;

    [Fact]
    public async Task Every_call_ends_as_the_service_made_it_end_and_leaves_nothing_behind()
    {
        Collect();
        ConcurrentQueue<Exception> unobserved = [];
        EventHandler<UnobservedTaskExceptionEventArgs> observe = (_, e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += observe;
        await using FaultyService service = new();
        using SsoOidcClient client = new(
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Endpoint = service.Endpoint,
                MaxAttempts = MaxAttempts,
                TimeProvider = new PassingTime(),
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        );

        await CallAsync(client, service, 0, Calls / 2);
        long middle = Collect();
        await CallAsync(client, service, Calls / 2, Calls / 2);
        long end = Collect();
        TaskScheduler.UnobservedTaskException -= observe;

        Assert.Empty(unobserved);
        Assert.InRange(end - middle, long.MinValue, Tolerated);
        Assert.InRange(service.Faults, 0.28 * service.Requests, 0.32 * service.Requests);
    }

    private static Task CallAsync(SsoOidcClient client, FaultyService service, int first, int count) =>
        Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (call, cancellationToken) =>
                AssertAccount(call, await CallAsync(client, call, cancellationToken), service)
        );

    private static ValueTask<OperationResult<CreateTokenResponse>> CallAsync(
        SsoOidcClient client,
        int call,
        CancellationToken cancellationToken
    ) =>
        client.TryInvokeAsync(
            SsoOidcClient.Operations.CreateToken,
            new CreateTokenRequest
            {
                ClientId = "client",
                ClientSecret = "secret",
                GrantType = "urn:ietf:params:oauth:grant-type:device_code",
                DeviceCode = FaultyService.CodeOf(call),
            },
            cancellationToken
        );

    private static void AssertAccount(int call, OperationResult<CreateTokenResponse> result, FaultyService service)
    {
        FaultyService.Account account = service.Close(call);
        Fault? last = account.Outcomes[^1];
        Assert.Equal(account.Outcomes.Count, account.LastAttempt);
        Assert.All(account.Outcomes.SkipLast(1), static fault => Assert.True(fault is { IsRetried: true }));
        Assert.Equal(last?.Exception, result.Exception?.GetType());
        if (result.IsSuccess)
        {
            Assert.Equal(FaultyService.TokenOf(call), result.Output.AccessToken);
        }
        else
        {
            Assert.Equal(account.LastAttempt, result.Exception.Attempts);
        }
    }

    private static long Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
