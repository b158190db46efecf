using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>What a service says about when to ask again.</summary>
public sealed class RetryHeaderTests
{
    private static readonly TimeSpan LongestExtension = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TransientBase = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData("x-amz-retry-after: 2147483647")]
    [InlineData("x-amz-retry-after: 3600000")]
    [InlineData("x-amz-retry-after: 5051")]
    public async Task A_long_wait_is_granted_up_to_five_seconds_beyond_the_client_s_own(string header)
    {
        TimeSpan wait = await WaitAsync(header);

        Assert.InRange(wait, LongestExtension, LongestExtension + TransientBase);
    }

    [Theory]
    [InlineData("x-amz-retry-after: 2000")]
    [InlineData("X-AMZ-RETRY-AFTER:2000 ")]
    public async Task A_short_wait_is_granted(string header) =>
        Assert.Equal(TimeSpan.FromSeconds(2), await WaitAsync(header));

    [Theory]
    [InlineData("x-amz-retry-after: -1")]
    [InlineData("x-amz-retry-after: -9223372036854775808")]
    [InlineData("x-amz-retry-after: 99999999999999999999")]
    [InlineData("x-amz-retry-after: 1e3")]
    [InlineData("x-amz-retry-after: 2.5")]
    [InlineData("x-amz-retry-after: 0x10")]
    [InlineData("x-amz-retry-after: NaN")]
    [InlineData("x-amz-retry-after: Infinity")]
    [InlineData("x-amz-retry-after: soon")]
    [InlineData("x-amz-retry-after:")]
    [InlineData("x-amz-retry-after: 2000, 3000")]
    [InlineData("x-amz-retry-after: 2000\r\nx-amz-retry-after: 3000")]
    [InlineData("x-amz-retry-after: Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("Retry-After: 3600")]
    [InlineData("Retry-After: -1")]
    [InlineData("Retry-After: Wed, 21 Oct 2199 07:28:00 GMT")]
    [InlineData("Retry-After: garbage")]
    public async Task What_is_no_wait_in_milliseconds_is_none(string header) =>
        Assert.InRange(await WaitAsync(header), TimeSpan.Zero, TransientBase);

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task A_wait_makes_no_error_retryable(int status)
    {
        await using Trial trial = new(Script.Respond($"{status} No", "{}", "x-amz-retry-after: 10"));

        await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Empty(trial.Time.Waits);
    }

    [Fact]
    public async Task A_wait_in_a_success_delays_nothing()
    {
        await using Trial trial = new(
            Script.Respond("200 OK", """{"accessToken":"good"}""", "x-amz-retry-after: 5000", "Retry-After: 5")
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        Assert.Empty(trial.Time.Waits);
    }

    /// <returns>The time between the first attempt and the second; a wait that rounds to nothing is zero.</returns>
    private static async Task<TimeSpan> WaitAsync(string header)
    {
        await using Trial trial = new(Script.Respond("503 Busy", "{}", header), Trial.Good);

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);

        Assert.Equal(2, trial.Server.Requests.Count);
        return trial.Time.Waits.SingleOrDefault();
    }
}
