using System.Collections.Concurrent;
using System.Diagnostics;

namespace SsoOidcGen.Parcels;

/// <summary>What is told about calls of a service that is not AWS's.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task A_call_is_traced_without_its_secret()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.Options.ApiKey = static _ => ValueTask.FromResult("key-of-somebody-else");
        ConcurrentQueue<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "SsoOidcGen.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        await Assert.ThrowsAsync<ParcelsException>(() =>
            trial.Client.ListParcelsAsync(new ListParcelsRequest(), Trial.Cancellation)
        );

        Activity call = Assert.Single(
            ended,
            activity => Equals(activity.GetTagItem("server.port"), trial.Server.Address.Port)
        );
        Assert.Equal("smithy", call.GetTagItem("rpc.system.name"));
        Assert.Equal("Parcels/ListParcels", call.GetTagItem("rpc.method"));
        Assert.DoesNotContain("somebody", string.Join(' ', call.TagObjects.Select(static tag => tag.Value)));
    }
}
