using System.Diagnostics;
using System.Diagnostics.Metrics;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Every call is traced and counted, however it ends.</summary>
public sealed class TelemetryTests
{
    private static readonly AsyncLocal<List<string?>?> Counted = new();

    public static TheoryData<Script, string?> Ends =>
        new()
        {
            { Trial.Good, null },
            { Script.Respond("400 No", """{"error":"invalid_grant"}"""), "invalid_grant" },
            { Script.Respond("400 No", "{}", "x-amzn-ErrorType: InvalidGrantException"), "InvalidGrantException" },
            { Script.Respond("400 No", """{"__type":"MadeUp123","error":"invalid_grant"}"""), "400" },
            { Script.Respond("400 No", """{"__type":"MadeUp123"}"""), "400" },
            { Script.Respond("418 No", "{}", "x-amzn-ErrorType: RequestId-4711"), "418" },
            { Script.Respond("200 OK", "garbage"), typeof(UnreadableResponseException).FullName },
            { Script.Named("reset").Reset(), typeof(ServiceUnreachableException).FullName },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_end_is_told_by_its_kind(Script script, string? kind)
    {
        await using Trial trial = new(script);

        (Activity activity, List<string?> counted) = await ObserveAsync(() => trial.CallAsync());

        AssertEnded(activity, kind);
        Assert.Equal([kind], counted);
    }

    [Fact]
    public async Task A_canceled_call_is_counted()
    {
        await using Trial trial = new(Script.Named("silent").Hold());
        using CancellationTokenSource caller = new();

        (Activity activity, List<string?> counted) = await ObserveAsync(async () =>
        {
            Task<CreateTokenResponse> call = trial.CallAsync(caller.Token);
            await trial.Server.Holding;
            await caller.CancelAsync();
            await call;
        });

        Assert.NotNull(Assert.Single(counted));
        AssertEnded(activity, counted[0]);
    }

    [Fact]
    public async Task A_refused_input_is_counted()
    {
        await using Trial trial = new(Trial.Good);
        using SsoOidcClient client = new(trial.Options);

        (Activity activity, List<string?> counted) = await ObserveAsync(() =>
            client.CreateTokenAsync(
                new CreateTokenRequest
                {
                    ClientId = null!,
                    ClientSecret = "secret",
                    GrantType = "refresh_token",
                }
            )
        );

        Assert.Equal([typeof(RequestValidationException).FullName], counted);
        AssertEnded(activity, counted[0]);
        Assert.Empty(trial.Server.Requests);
    }

    private static void AssertEnded(Activity activity, string? kind)
    {
        Assert.Equal(kind is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, activity.Status);
        Assert.Equal(kind, activity.GetTagItem("error.type"));
    }

    /// <returns>The trace of a call, and the error types with which it was counted.</returns>
    private static async Task<(Activity Activity, List<string?> Counted)> ObserveAsync(Func<Task> run)
    {
        List<string?> counted = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "SsoOidcGen.Runtime")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(
            static (_, _, tags, _) =>
            {
                string? kind = null;
                foreach (KeyValuePair<string, object?> tag in tags)
                {
                    kind = tag.Key == "error.type" ? (string?)tag.Value : kind;
                }

                // Other tests call at the same time.
                Counted.Value?.Add(kind);
            }
        );
        listener.Start();
        Counted.Value = counted;
        Activity activity = Assert.Single(await Traces.OfAsync(run));
        return (activity, counted);
    }
}
