using System.Diagnostics.Metrics;
using SsoOidcGen.Runtime.Tests.Client;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>Whatever way a call ends, it is measured once; its attempts are counted.</summary>
public sealed class MeasurementTests : IDisposable
{
    private readonly ObservedProbe _probe = new();

    [Fact]
    public async Task A_success_is_measured_in_seconds_with_what_was_called_where()
    {
        await _probe.CallAsync(Answer(200));

        ObservedProbe.Measured duration = Assert.Single(_probe.Durations);
        Assert.Equal("s", duration.Unit);
        Assert.InRange(duration.Value, 0.001, 60);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["rpc.system.name"] = "aws-api",
                ["rpc.method"] = $"Probe/{_probe.Operation}",
                ["server.address"] = "probe.eu-central-1.example",
                ["cloud.region"] = "eu-central-1",
            },
            duration.Tags
        );
    }

    [Fact]
    public async Task An_error_of_the_model_is_measured_with_its_code()
    {
        await Assert.ThrowsAnyAsync<ServiceException>(() => _probe.CallAsync(Answer(400, "{}", "Broken")));

        ObservedProbe.Measured duration = Assert.Single(_probe.Durations);
        Assert.Equal("Broken", duration.Tags["error.type"]);
        Assert.Equal("Broken", duration.Tags["rpc.status_code"]);
    }

    [Fact]
    public async Task A_refusal_is_measured()
    {
        await Assert.ThrowsAsync<RequestValidationException>(() =>
            _probe.CallAsync(new ScriptedHandler(Answer(200)), _probe.Options, input: "")
        );

        Assert.Equal(
            "SsoOidcGen.Runtime.RequestValidationException",
            Assert.Single(_probe.Durations).Tags["error.type"]
        );
        Assert.Empty(_probe.Of("ssooidcgen.client.attempts"));
    }

    [Fact]
    public async Task Attempts_are_counted_by_outcome()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 3 };

        await _probe.CallAsync(
            new ScriptedHandler(Answer(503), Answer(400, "{}", "ThrottlingException"), Answer(200)),
            options
        );
        await Assert.ThrowsAnyAsync<ServiceException>(() => _probe.CallAsync(Answer(400)));

        Assert.Equal(
            ["transient", "throttled", "success", "error"],
            _probe.Of("ssooidcgen.client.attempts").Select(static attempt => attempt.Tags["outcome"])
        );
        Assert.All(
            _probe.Of("ssooidcgen.client.attempts"),
            static attempt => Assert.Equal(("{attempt}", 1.0), (attempt.Unit, attempt.Value))
        );
    }

    [Fact]
    public async Task The_retry_quota_is_there_to_be_read()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 2 };
        await Assert.ThrowsAnyAsync<ServiceException>(() =>
            _probe.CallAsync(new ScriptedHandler(Answer(503)), options)
        );

        _probe.Observe();

        Assert.Contains(
            _probe.Of("ssooidcgen.client.retry_quota"),
            static quota => quota is { Value: 486, Unit: "{token}" } && "Probe".Equals(quota.Tags["ssooidcgen.service"])
        );
    }

    [Fact]
    public async Task Each_instrument_says_what_it_measures()
    {
        List<(string, string?, string?)> instruments = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "SsoOidcGen.Runtime")
                {
                    instruments.Add((instrument.Name, instrument.Unit, instrument.Description));
                }
            },
        };
        await _probe.CallAsync(Answer(200));

        listener.Start();

        Assert.Equal(
            [
                ("rpc.client.call.duration", "s", "Time of a call with all its attempts."),
                ("ssooidcgen.client.attempts", "{attempt}", "Requests that were sent, by outcome."),
                ("ssooidcgen.client.retry_quota", "{token}", "Tokens that a client has left for retries."),
            ],
            instruments.OrderBy(static instrument => instrument.Item1, StringComparer.Ordinal)
        );
    }

    public void Dispose() => _probe.Dispose();
}
