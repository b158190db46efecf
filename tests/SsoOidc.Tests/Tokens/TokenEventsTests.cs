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

        AssertLine(
            10,
            "TokenRefreshed",
            EventLevel.Informational,
            "The token for session 'admin' was refreshed, valid for 28800 s"
        );
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
            "The token for session 'admin' was not refreshed: SsoOidc.InvalidGrantException"
        );
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Store.PrepareFailure = new IOException("No space left on device");

        await Assert.ThrowsAsync<SsoException>(_harness.GetAsync);

        AssertLine(
            12,
            "TokenNotStored",
            EventLevel.Warning,
            "The token for session 'admin' could not be stored: System.IO.IOException"
        );
    }

    [Theory]
    [InlineData(EventLevel.Error, 0, 0)]
    [InlineData(EventLevel.Warning, 0, 1)]
    [InlineData(EventLevel.Informational, 1, 1)]
    public async Task A_log_is_told_what_it_wants_to_know(EventLevel level, int refreshed, int failed)
    {
        _log.Level = level;
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(static () => Task.CompletedTask, """{"error":"invalid_grant"}""", status: 400);
        _harness.AnswerAfter(static () => Task.CompletedTask, RefreshHarness.Response("new"));

        await Assert.ThrowsAnyAsync<Exception>(_harness.GetAsync);
        await _harness.GetAsync();

        Assert.Equal(refreshed, _log.Events.Count(static line => line.Id == 10));
        Assert.Equal(failed, _log.Events.Count(static line => line.Id == 11));
    }

    public void Dispose() => _harness.Dispose();

    private void AssertLine(int id, string name, EventLevel level, string text)
    {
        ClientEvent line = Assert.Single(_log.Events, line => line.Id >= 10);
        Assert.Equal((id, name, level, text), (line.Id, line.Name, line.Level, line.ToString()));
    }

    private sealed class Log : IClientLog
    {
        public List<ClientEvent> Events { get; } = [];

        public EventLevel Level { get; set; } = EventLevel.Verbose;

        public bool IsEnabled(EventLevel level) => level <= Level;

        public void Write(ClientEvent clientEvent)
        {
            lock (Events)
            {
                Events.Add(clientEvent);
            }
        }
    }
}
