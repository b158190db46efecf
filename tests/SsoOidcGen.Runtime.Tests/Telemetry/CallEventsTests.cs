using System.Diagnostics.Tracing;
using System.Net;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>The sentences of the log, as people read them.</summary>
public sealed class CallEventsTests
{
    private static readonly CallOutcome Outcome = new()
    {
        Status = HttpStatusCode.BadRequest,
        Attempts = 2,
        RequestId = "request-1",
        Failure = new ServiceException("no") { ErrorCode = "Broken", IsModeled = true },
    };

    public static TheoryData<int, string, string> Events =>
        new()
        {
            { 1, "CallFinished", "Get finished with 400 in 1500 ms, 2 attempts, request id request-1" },
            {
                2,
                "CallFailed",
                "Get failed with 400 Broken in 1500 ms, 2 attempts, request id request-1: SsoOidcGen.Runtime.ServiceException"
            },
            { 3, "Retrying", "Get is retried after attempt 2 in 1500 ms because of throttled" },
            { 4, "CredentialsLoaded", "Credentials loaded from a file, valid for 2 s" },
            { 5, "CredentialsRefreshed", "Credentials refreshed from a file, valid for none s" },
            { 6, "CredentialsFailed", "No credentials from a file: SsoOidcGen.Runtime.ServiceException" },
            {
                7,
                "ClockCorrected",
                "The service's clock is 2 s ahead of this machine's; signatures follow it from now on"
            },
        };

    [Theory]
    [MemberData(nameof(Events))]
    public void Each_is_a_sentence_with_its_values(int id, string name, string text)
    {
        TimeSpan time = TimeSpan.FromSeconds(1.5);
        ClientEvent line = id switch
        {
            1 => CallEvents.Finished("Get", Outcome, time),
            2 => CallEvents.Failed("Get", Outcome, time, EventLevel.Warning),
            3 => CallEvents.Retrying("Get", 2, time, "throttled"),
            4 => CallEvents.CredentialsLoaded("a file", time),
            5 => CallEvents.CredentialsRefreshed("a file", lifetime: null),
            6 => CallEvents.CredentialsFailed("a file", Outcome.Failure!),
            _ => CallEvents.ClockCorrected(time),
        };

        Assert.Equal((id, name, text), (line.Id, line.Name, line.ToString()));
    }
}
