using System.Globalization;
using SsoOidc.Hostile.Vault;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>What a server's clock does to signatures.</summary>
public sealed class SigningTests
{
    private static readonly Script Sealed = Script.Respond("200 OK", """{"id":"1"}""");

    [Theory]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Sun, 08 Feb 2026 08:00:01 GMT")]
    [InlineData("Sat, 24 Jan 2026 07:59:59 GMT")]
    [InlineData("Sat, 31 Jan 99999 08:00:00 GMT")]
    [InlineData("Sat, 31 Jan 2026 08:03:00 GMT")]
    [InlineData("2026-01-31T09:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task An_implausible_date_moves_no_clock(string date)
    {
        await using Trial trial = new(
            Script.Respond("403 Forbidden", "{}", "x-amzn-ErrorType: RequestTimeTooSkewed", $"Date: {date}")
        );

        Exception? failure = await Record.ExceptionAsync(() => SealAsync(trial));

        Trial.AssertFailure<VaultException>(failure, attempts: 1);
        await AssertSignedByOwnClockAsync(trial);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(6 * 24)]
    public async Task A_plausible_date_in_a_complaint_about_time_corrects_the_next_signature(int hours)
    {
        await using Trial trial = new();
        DateTimeOffset serverTime = trial.Time.GetUtcNow().AddHours(hours);
        trial.Server.Play(
            Script.Respond("403 Forbidden", "{}", "x-amzn-ErrorType: RequestTimeTooSkewed", $"Date: {serverTime:r}"),
            Sealed
        );

        await SealAsync(trial);

        Assert.Equal(Stamp(serverTime), trial.Server.Requests[^1].Header("X-Amz-Date"));
    }

    [Theory]
    [InlineData("200 OK", "x-none: 1")]
    [InlineData("400 Bad Request", "x-amzn-ErrorType: ValidationException")]
    [InlineData("404 Not Found", "x-none: 1")]
    [InlineData("503 Busy", "x-none: 1")]
    [InlineData("400 Bad Request", "x-amzn-ErrorType: ThrottlingException")]
    public async Task Where_nobody_complains_about_time_a_date_moves_no_clock(string status, string header)
    {
        await using Trial trial = new();
        string date = $"Date: {trial.Time.GetUtcNow().AddHours(1):r}";
        trial.Server.Play(Script.Respond(status, """{"id":"1"}""", header, date));

        await Record.ExceptionAsync(() => SealAsync(trial));

        await AssertSignedByOwnClockAsync(trial);
    }

    [Fact]
    public async Task A_server_that_never_likes_the_time_is_asked_three_times_at_most()
    {
        await using Trial trial = new();
        Script Complain(int hours) =>
            Script.Respond(
                "403 Forbidden",
                "{}",
                "x-amzn-ErrorType: RequestTimeTooSkewed",
                $"Date: {trial.Time.GetUtcNow().AddHours(hours):r}"
            );
        trial.Server.Play(Complain(1), Complain(2), Complain(3), Complain(4), Complain(5));

        Exception? failure = await Record.ExceptionAsync(() => SealAsync(trial));

        Trial.AssertFailure<VaultException>(failure, attempts: 3);
    }

    [Fact]
    public async Task A_redirect_carries_no_signature_away()
    {
        await using HostileServer elsewhere = new(Sealed);
        await using Trial trial = new(Script.Respond("307 Elsewhere", "", $"Location: {elsewhere.Endpoint}seal"));

        await Record.ExceptionAsync(() => SealAsync(trial));

        Assert.Equal(0, elsewhere.Connections);
    }

    private static async Task AssertSignedByOwnClockAsync(Trial trial)
    {
        trial.Server.Play(Sealed);
        await SealAsync(trial);
        Assert.Equal(Stamp(trial.Time.GetUtcNow()), trial.Server.Requests[^1].Header("X-Amz-Date"));
    }

    private static Task<SealResponse> SealAsync(Trial trial) =>
        trial.Vault.SealAsync(new SealRequest { Secret = "s3cret-content" });

    private static string Stamp(DateTimeOffset time) =>
        time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
