using System.Diagnostics.Tracing;
using System.Net;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>Where nobody listens, nothing is allocated to be told.</summary>
[Collection(nameof(SilenceTests))]
public sealed class SilenceTests
{
    private const int Calls = 200;

    [Fact]
    public void A_log_that_wants_nothing_costs_no_byte_and_one_that_does_costs_some()
    {
        long silent = BytesOf(log: null);

        Assert.Equal(silent, BytesOf(new DeafLog()));
        Assert.True(silent < BytesOf(new RecordingLog()));
    }

    [Fact]
    public void A_listener_costs_some_bytes_and_none_after_it_has_gone()
    {
        long silent = BytesOf(log: null);
        using (new ObservedProbe())
        {
            Assert.True(silent < BytesOf(log: null));
        }

        Assert.Equal(silent, BytesOf(log: null));
    }

    /// <summary>The least that a number of calls takes, each of which runs without a wait on this thread.</summary>
    private static long BytesOf(IClientLog? log)
    {
        ProbeClient client = new(
            new HttpClient(new ImmediateHandler()),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Environment = new AwsEnvironment(Path.GetTempPath()),
                Log = log,
            }
        );
        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < Calls; call++)
            {
                Assert.True(client.InvokeAsync(ProbeClient.Echo, "x").IsCompletedSuccessfully);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least / Calls;
    }

    private sealed class ImmediateHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("{}"u8.ToArray()) }
            );
    }

    private sealed class DeafLog : IClientLog
    {
        public bool IsEnabled(EventLevel level) => false;

        public void Write(ClientEvent clientEvent) => Assert.Fail(clientEvent.ToString());
    }
}

/// <summary>No other test listens while these measure.</summary>
[CollectionDefinition(nameof(SilenceTests), DisableParallelization = true)]
public sealed class SilenceTestsRunAlone;
