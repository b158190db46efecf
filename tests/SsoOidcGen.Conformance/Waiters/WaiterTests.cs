using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Waiters;

/// <summary>Waiters of a public model (EKS), generated and run against scripted answers with fake time.</summary>
public sealed class WaiterTests
{
    private static readonly Lazy<Assembly> Eks = new(static () =>
        Generation.Run(ModelText.Folder(Repository.DataOrSkip("models/eks/2017-11-01"), "Eks||DescribeCluster|")).Load()
    );

    private readonly FakeTimeProvider _time = new();
    private readonly List<DateTimeOffset> _calls = [];

    [Fact]
    public async Task A_waiter_asks_at_its_interval_until_the_state_is_reached()
    {
        DateTimeOffset start = _time.GetUtcNow();

        Task call = WaitUntil("ClusterActive", Cluster("CREATING"), Cluster("CREATING"), Cluster("ACTIVE"));
        await FinishAsync(call);

        Assert.Equal([0, 30, 60], _calls.Select(time => (time - start).TotalSeconds));
    }

    [Fact]
    public async Task A_state_from_which_there_is_no_way_ends_the_waiting_and_is_named()
    {
        WaiterException error = await Assert.ThrowsAsync<WaiterException>(() =>
            FinishAsync(WaitUntil("ClusterActive", Cluster("CREATING"), Cluster("FAILED")))
        );

        Assert.Equal(("ClusterActive", WaiterState.Failure, 2), (error.Waiter, error.LastState, error.Attempts));
        Assert.Contains("cluster.status == 'FAILED'", error.Message);
    }

    [Fact]
    public async Task An_error_can_be_what_is_waited_for()
    {
        Task call = WaitUntil("ClusterDeleted", Cluster("DELETING"), Error("ResourceNotFoundException"));

        await FinishAsync(call);

        Assert.Equal(2, _calls.Count);
    }

    [Fact]
    public async Task An_error_that_no_rule_expects_ends_the_waiting()
    {
        WaiterException error = await Assert.ThrowsAsync<WaiterException>(() =>
            FinishAsync(WaitUntil("ClusterActive", Error("InvalidParameterException")))
        );

        Assert.IsType<ServiceException>(error.InnerException, exactMatch: false);
        Assert.Contains("InvalidParameterException", error.Message);
    }

    [Fact]
    public async Task The_waiting_ends_after_the_greatest_number_of_calls()
    {
        WaiterException error = await Assert.ThrowsAsync<WaiterException>(() =>
            FinishAsync(WaitUntil("ClusterActive", Cluster("CREATING")))
        );

        Assert.Equal((WaiterState.Retry, 40), (error.LastState, error.Attempts));
    }

    [Fact]
    public async Task A_cancellation_ends_the_waiting_at_once()
    {
        using CancellationTokenSource source = new();
        Task call = WaitUntil("ClusterActive", source.Token, Cluster("CREATING"));

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static Func<HttpResponseMessage> Cluster(string status) =>
        () => Answer(HttpStatusCode.OK, $$$"""{"cluster":{"name":"c","status":"{{{status}}}"}}""");

    private static Func<HttpResponseMessage> Error(string code) =>
        () => Answer(HttpStatusCode.BadRequest, $$"""{"__type":"{{code}}","message":"no"}""");

    private Task WaitUntil(string waiter, params Func<HttpResponseMessage>[] answers) =>
        WaitUntil(waiter, CancellationToken.None, answers);

    private Task WaitUntil(
        string waiter,
        CancellationToken cancellationToken,
        params Func<HttpResponseMessage>[] answers
    )
    {
        Type clientType = Eks.Value.GetType("Eks.EksClient", throwOnError: true)!;
        Type requestType = Eks.Value.GetType("Eks.DescribeClusterRequest", throwOnError: true)!;
        object request = Activator.CreateInstance(requestType)!;
        requestType.GetProperty("Name")!.SetValue(request, "c");
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            TimeProvider = _time,
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        StubHandler handler = new(
            (_, _) =>
            {
                _calls.Add(_time.GetUtcNow());
                return answers[Math.Min(_calls.Count, answers.Length) - 1]();
            }
        );
        object client = Activator.CreateInstance(clientType, new HttpClient(handler), options)!;
        return (Task)
            clientType.GetMethod($"WaitUntil{waiter}Async")!.Invoke(client, [request, null, cancellationToken])!;
    }

    private async Task FinishAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            int before = _calls.Count;
            _time.Advance(TimeSpan.FromSeconds(30));
            while (!call.IsCompleted && _calls.Count == before)
            {
                await Task.Yield();
            }
        }

        await call;
    }
}
