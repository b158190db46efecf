using System.Diagnostics.Tracing;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Tokens;

/// <summary>What a log is told about a session's token.</summary>
public sealed class TokenEventsTests : IDisposable
{
    private readonly RefreshHarness _harness = new();
    private readonly Log _log = new();

    public TokenEventsTests() =>
        _harness.Options = _harness.Options with { Client = _harness.Options.Client with { Log = _log } };

    [Fact]
    public async Task A_token_that_was_refreshed()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(static () => Task.CompletedTask, RefreshHarness.Response("new"));

        await _harness.GetAsync();

        AssertLine(10, "TokenRefreshed", EventLevel.Informational, ("LifetimeSeconds", 28800.0));
    }

    [Fact]
    public async Task A_token_that_was_not_refreshed()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(static () => Task.CompletedTask, """{"error":"invalid_grant"}""", status: 400);

        await Assert.ThrowsAnyAsync<Exception>(_harness.GetAsync);

        AssertLine(
            11,
            "TokenRefreshFailed",
            EventLevel.Warning,
            ("ExceptionType", typeof(InvalidGrantException).FullName)
        );
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Store.PrepareFailure = new IOException("No space left on device");

        await Assert.ThrowsAsync<SsoException>(_harness.GetAsync);

        AssertLine(12, "TokenNotStored", EventLevel.Warning, ("ExceptionType", typeof(IOException).FullName));
    }

    public void Dispose() => _harness.Dispose();

    private void AssertLine(int id, string name, EventLevel level, (string Name, object? Value) field)
    {
        ClientEvent line = Assert.Single(_log.Events, line => line.Id == id);
        Assert.Equal((name, level), (line.Name, line.Level));
        Assert.Contains(KeyValuePair.Create(field.Name, field.Value), line);
        Assert.Contains(line, static field => field.Key == "Session");
    }

    private sealed class Log : IClientLog
    {
        public List<ClientEvent> Events { get; } = [];

        public bool IsEnabled(EventLevel level) => true;

        public void Write(ClientEvent clientEvent)
        {
            lock (Events)
            {
                Events.Add(clientEvent);
            }
        }
    }
}
