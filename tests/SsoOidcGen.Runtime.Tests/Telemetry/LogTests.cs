using System.Diagnostics.Tracing;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>A line for each row of the table in docs/observability.md, with an id that stays.</summary>
public sealed class LogTests : IDisposable
{
    private readonly ObservedProbe _probe = new();

    [Fact]
    public async Task A_call_that_finished()
    {
        await _probe.CallAsync(Answer(200));

        ClientEvent line = AssertLine(1, "CallFinished", EventLevel.Verbose);
        Assert.Equal(
            [_probe.Operation, 200, 1, "request-1"],
            Values(line, "Operation", "StatusCode", "Attempts", "RequestId")
        );
        Assert.IsType<double>(Values(line, "ElapsedMilliseconds")[0]);
        Assert.Matches(
            $"^{_probe.Operation} finished with 200 in [0-9.]+ ms, 1 attempts, request id request-1$",
            line.ToString()
        );
    }

    [Fact]
    public async Task A_call_that_failed_as_the_model_says()
    {
        await Assert.ThrowsAnyAsync<ServiceException>(() => _probe.CallAsync(Answer(400, "{}", "Broken")));

        ClientEvent line = AssertLine(2, "CallFailed", EventLevel.Informational);
        Assert.Equal(
            [_probe.Operation, 400, "Broken", 1, "request-1", typeof(BrokenException).FullName],
            Values(line, "Operation", "StatusCode", "ErrorCode", "Attempts", "RequestId", "ExceptionType")
        );
    }

    [Fact]
    public async Task A_call_that_failed_otherwise_is_a_warning()
    {
        await Assert.ThrowsAnyAsync<ServiceException>(() => _probe.CallAsync(Fail(new HttpRequestException("no"))));
        await Assert.ThrowsAnyAsync<ServiceException>(() => _probe.CallAsync(Answer(200, "garbage")));

        Assert.All(_probe.Log.Events, static line => Assert.Equal((2, EventLevel.Warning), (line.Id, line.Level)));
        Assert.Equal(2, _probe.Log.Events.Count);
    }

    [Fact]
    public async Task A_call_that_its_caller_gave_up_is_none()
    {
        using HangingHandler handler = new();
        using CancellationTokenSource source = new();
        Task<string> call = _probe.CallAsync(handler, _probe.Options, cancellationToken: source.Token);
        await handler.Started;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        AssertLine(2, "CallFailed", EventLevel.Informational);
    }

    [Fact]
    public async Task A_modeled_error_is_a_warning_when_the_quota_is_used_up()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 100 };

        await Assert.ThrowsAsync<BrokenException>(() =>
            _probe.CallAsync(new ScriptedHandler(Answer(503, "{}", "Broken")), options)
        );

        Assert.Equal((2, EventLevel.Warning), (_probe.Log.Events[^1].Id, _probe.Log.Events[^1].Level));
    }

    [Fact]
    public async Task A_retry()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 2 };

        await _probe.CallAsync(new ScriptedHandler(Answer(503), Answer(200)), options);

        ClientEvent line = AssertLine(3, "Retrying", EventLevel.Informational);
        Assert.Equal([1, "transient"], Values(line, "Attempt", "Reason"));
        Assert.IsType<double>(Values(line, "DelayMilliseconds")[0]);
    }

    [Fact]
    public async Task Credentials_that_are_loaded_refreshed_and_not_to_be_had()
    {
        ChangingCredentials credentials = new(_probe.Time);
        ServiceClientOptions options = _probe.Options with { Credentials = credentials };
        ScriptedHandler handler = new(Answer(200));
        ProbeClient client = new(new HttpClient(handler), options);
        EchoOperation operation = new()
        {
            Name = _probe.Operation,
            Method = HttpMethod.Post,
            Auth = AuthScheme.SigV4,
        };
        await client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken);
        await client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken);
        credentials.Renew();
        await client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken);
        credentials.Lose();
        await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken)
        );

        ClientEvent loaded = AssertLine(4, "CredentialsLoaded", EventLevel.Informational);
        ClientEvent refreshed = AssertLine(5, "CredentialsRefreshed", EventLevel.Informational);
        ClientEvent failed = AssertLine(6, "CredentialsFailed", EventLevel.Warning);
        Assert.Equal([nameof(ChangingCredentials), 3600.0], Values(loaded, "Source", "LifetimeSeconds"));
        Assert.Equal([nameof(ChangingCredentials), 3600.0], Values(refreshed, "Source", "LifetimeSeconds"));
        Assert.Equal(
            [nameof(ChangingCredentials), typeof(MissingCredentialsException).FullName],
            Values(failed, "Source", "ExceptionType")
        );
    }

    [Fact]
    public async Task Credentials_that_no_source_has_are_told_as_those_of_the_chain()
    {
        ServiceClientOptions options = _probe.Options with { Credentials = null };

        await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            _probe.CallAsync(new ScriptedHandler(Answer(200)), options, auth: AuthScheme.SigV4)
        );

        ClientEvent failed = AssertLine(6, "CredentialsFailed", EventLevel.Warning);
        Assert.Equal(
            "No credentials from the default chain: SsoOidcGen.Runtime.MissingCredentialsException",
            failed.ToString()
        );
    }

    [Fact]
    public async Task What_a_call_has_failed_with_is_not_told_again_by_the_next()
    {
        FailingOnce credentials = new();
        ServiceClientOptions options = _probe.Options with { Credentials = credentials };
        using ProbeClient client = new(new HttpClient(new ScriptedHandler(Answer(200))), options);
        EchoOperation operation = new()
        {
            Name = _probe.Operation,
            Method = HttpMethod.Post,
            Auth = AuthScheme.SigV4,
        };

        await Assert.ThrowsAsync<CredentialsException>(() =>
            client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken)
        );
        await client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken);

        AssertLine(6, "CredentialsFailed", EventLevel.Warning);
    }

    [Fact]
    public async Task A_refresh_that_fails_in_the_background_is_told_once()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _probe.Time);
        using ProbeClient client = new(
            new HttpClient(new ScriptedHandler(Answer(200))),
            _probe.Options with
            {
                Credentials = new FoundCredentials(fresh, "the script", "n"),
            }
        );
        Task<string> first = CallAsync();
        await loader.RespondAsync(
            new AwsCredentials("AKID", "s") { Expiration = _probe.Time.GetUtcNow() + TimeSpan.FromHours(1) }
        );
        await first;
        _probe.Time.Advance(TimeSpan.FromMinutes(50));
        await CallAsync();
        await loader.FailAsync();
        while (fresh.LastFailure is null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await CallAsync();
        await CallAsync();

        ClientEvent failed = AssertLine(6, "CredentialsFailed", EventLevel.Warning);
        Assert.Equal(["the script", typeof(CredentialsException).FullName], Values(failed, "Source", "ExceptionType"));
        Assert.Equal("the script", Values(AssertLine(4, "CredentialsLoaded", EventLevel.Informational), "Source")[0]);

        Task<string> CallAsync() =>
            client.InvokeAsync(
                new EchoOperation
                {
                    Name = _probe.Operation,
                    Method = HttpMethod.Post,
                    Auth = AuthScheme.SigV4,
                },
                "x",
                TestContext.Current.CancellationToken
            );
    }

    [Fact]
    public async Task A_clock_that_was_corrected()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 2 };
        DateTimeOffset ahead = _probe.Time.GetUtcNow() + TimeSpan.FromHours(1);

        await _probe.CallAsync(
            new ScriptedHandler(
                Answer(403, "{}", "RequestTimeTooSkewed", response => response.Headers.Date = ahead),
                Answer(200)
            ),
            options,
            auth: AuthScheme.SigV4
        );

        ClientEvent line = AssertLine(7, "ClockCorrected", EventLevel.Warning);
        Assert.InRange((double)Values(line, "OffsetSeconds")[0]!, 3500, 3600);
    }

    [Fact]
    public async Task Below_the_level_nothing_is_made()
    {
        RecordingLog log = new(EventLevel.Warning);

        await _probe.CallAsync(new ScriptedHandler(Answer(200)), _probe.Options with { Log = log });

        Assert.Empty(log.Events);
    }

    [Fact]
    public void The_fields_are_a_state_as_loggers_take_it()
    {
        ClientEvent line = new(1, "Name", EventLevel.Warning, "{First} and {Second}", 1.5, null);

        Assert.Equal(
            [
                KeyValuePair.Create("First", (object?)1.5),
                KeyValuePair.Create("Second", (object?)null),
                KeyValuePair.Create("{OriginalFormat}", (object?)"{First} and {Second}"),
            ],
            line
        );
        Assert.Equal("1.5 and none", line.ToString());
    }

    public void Dispose() => _probe.Dispose();

    private ClientEvent AssertLine(int id, string name, EventLevel level)
    {
        ClientEvent line = Assert.Single(_probe.Log.Events, line => line.Id == id);
        Assert.Equal((name, level), (line.Name, line.Level));
        return line;
    }

    private static object?[] Values(ClientEvent line, params string[] names) =>
        [.. names.Select(name => line.Single(field => field.Key == name).Value)];

    private sealed class ChangingCredentials(TimeProvider clock) : IAwsCredentialsProvider
    {
        private AwsCredentials? _current = Make(clock);

        public void Renew() => _current = Make(clock);

        public void Lose() => _current = null;

        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
            new(_current ?? throw new MissingCredentialsException("none"));

        private static AwsCredentials Make(TimeProvider clock) =>
            new("AKIDEXAMPLE", "secret") { Expiration = clock.GetUtcNow() + TimeSpan.FromHours(1) };
    }

    private sealed class FailingOnce : IAwsCredentialsProvider, IRefreshedCredentials
    {
        public Exception? LastFailure { get; private set; }

        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            if (LastFailure is not null)
            {
                return new(new AwsCredentials("AKIDEXAMPLE", "secret"));
            }

            CredentialsException failure = new("none yet");
            LastFailure = failure;
            throw failure;
        }
    }
}
