using System.Text;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class StsTests
{
    private const string KeyId = "AKIAIOSFODNN7EXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string Role = "arn%3Aaws%3Aiam%3A%3A111111111111%3Arole%2Fteam%2FAdmin";

    [Fact]
    public async Task Every_response_is_what_was_accepted()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        Transcript transcript = new(harness);

        EmulatorResponse session = await SignedAsync(harness, $"Action=AssumeRole&RoleArn={Role}&RoleSessionName=me");
        transcript.Add("a role", session);
        transcript.Add(
            "a role by the token of a provider",
            await SendAsync(
                harness,
                $"Action=AssumeRoleWithWebIdentity&RoleArn={Role}&RoleSessionName=me&WebIdentityToken={Token(harness, 60)}"
            )
        );
        transcript.Add("a lasting key", await SignedAsync(harness, "Action=GetCallerIdentity"));
        transcript.Add(
            "a key of a role",
            await SignedAsync(harness, "Action=GetCallerIdentity", Assumed(harness, session))
        );

        Snapshot.Matches(transcript.ToString(), "SsoOidc.Tests/Emulator/Sts.verified.txt");
    }

    [Fact]
    public async Task Every_refusal_says_what_was_accepted()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        Transcript transcript = new(harness);
        foreach (
            string form in (string[])
                [
                    "Action=AssumeRole",
                    "Action=GetCallerIdentity",
                    "Action=GetSessionToken",
                    "",
                    "Action=AssumeRoleWithWebIdentity",
                    "Action=AssumeRoleWithWebIdentity&WebIdentityToken=",
                    "Action=AssumeRoleWithWebIdentity&WebIdentityToken=e30.e30",
                    "Action=AssumeRoleWithWebIdentity&WebIdentityToken=e30.e30.c2ln",
                    "Action=AssumeRoleWithWebIdentity&WebIdentityToken=e30.W10.c2ln",
                    "Action=AssumeRoleWithWebIdentity&WebIdentityToken=e30.*.c2ln",
                ]
        )
        {
            transcript.Add(form, await SendAsync(harness, form));
        }

        foreach (
            string form in (string[])
                [
                    "RoleSessionName=me",
                    $"RoleArn={Role}",
                    "RoleArn=arn%3Aaws%3Aiam%3A%3A111111111111%3Auser%2FAdmin&RoleSessionName=me",
                    $"RoleArn={Role}&RoleSessionName=m",
                    $"RoleArn={Role}&RoleSessionName={new string('m', 65)}",
                    $"RoleArn={Role}&RoleSessionName=me&DurationSeconds=1h",
                ]
        )
        {
            transcript.Add(form, await SignedAsync(harness, $"Action=AssumeRole&{form}"));
        }

        Snapshot.Matches(transcript.ToString(), "SsoOidc.Tests/Emulator/StsRefusals.verified.txt");
    }

    [Theory]
    [InlineData(899, 400, null)]
    [InlineData(900, 200, "2026-01-02T03:19:05Z")]
    [InlineData(43200, 200, "2026-01-02T15:04:05Z")]
    [InlineData(43201, 400, null)]
    public async Task A_session_lasts_from_15_minutes_to_12_hours(int seconds, int status, string? expiration)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse response = await SignedAsync(
            harness,
            $"Action=AssumeRole&RoleArn={Role}&RoleSessionName={new string('m', 64)}&DurationSeconds={seconds}"
        );

        Assert.Equal(status, response.Status);
        Assert.Equal(expiration is not null, response.Body.Contains($"<Expiration>{expiration}</Expiration>"));
    }

    [Theory]
    [InlineData(0, 400)]
    [InlineData(1, 200)]
    public async Task A_provider_s_token_counts_until_the_second_of_its_expiry(int seconds, int status)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse response = await SendAsync(
            harness,
            $"Action=AssumeRoleWithWebIdentity&RoleArn={Role}&RoleSessionName=me&WebIdentityToken={Token(harness, seconds)}"
        );

        Assert.Equal(status, response.Status);
        Assert.Equal(status == 400, response.Body.Contains("<Code>ExpiredTokenException</Code>"));
        Assert.Equal(EmulatorOperation.AssumeRoleWithWebIdentity, harness.Emulator.Requests[^1].Operation);
    }

    [Fact]
    public async Task A_key_of_a_role_signs_until_it_expires()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        EmulatorResponse session = await SignedAsync(
            harness,
            $"Action=AssumeRole&RoleArn={Role}&RoleSessionName=me&DurationSeconds=43200"
        );

        harness.Time.Advance(TimeSpan.FromSeconds(43199));
        EmulatorResponse last = await SignedAsync(harness, "Action=GetCallerIdentity", Assumed(harness, session));
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        EmulatorResponse late = await SignedAsync(harness, "Action=GetCallerIdentity", Assumed(harness, session));

        Assert.Equal((200, 403), (last.Status, late.Status));
        Assert.Contains("<Code>UnrecognizedClientException</Code>", late.Body);
    }

    [Fact]
    public async Task Keys_that_the_options_let_live_for_longer_are_remembered_for_longer()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(static time => new EmulatorOptions
        {
            TimeProvider = time,
            RoleCredentialsLifetime = TimeSpan.FromHours(20),
        });
        EmulatorResponse session = await SignedAsync(harness, $"Action=AssumeRole&RoleArn={Role}&RoleSessionName=me");

        harness.Time.Advance(TimeSpan.FromHours(19));
        EmulatorResponse late = await SignedAsync(harness, "Action=GetCallerIdentity", Assumed(harness, session));

        Assert.Equal(200, late.Status);
    }

    private static RequestSigner Assumed(EmulatorHarness harness, EmulatorResponse session)
    {
        return new RequestSigner(Part("AccessKeyId"), Part("SecretAccessKey"), harness.Time.GetUtcNow())
        {
            Service = "sts",
            SessionToken = Part("SessionToken"),
        };

        string Part(string name) => session.Body.Split($"<{name}>")[1].Split("</")[0];
    }

    private static string Token(EmulatorHarness harness, int seconds)
    {
        long end = harness.Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        return $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"exp":{{end}}}""")).TrimEnd('=')}.c2ln";
    }

    private static async Task<EmulatorResponse> SendAsync(EmulatorHarness harness, string form)
    {
        using StringContent content = new(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await EmulatorResponse.ReadAsync(
            await harness.Http.PostAsync("", content, EmulatorHarness.Cancellation)
        );
    }

    private static async Task<EmulatorResponse> SignedAsync(
        EmulatorHarness harness,
        string form,
        RequestSigner? signer = null
    )
    {
        signer ??= new RequestSigner(KeyId, Secret, harness.Time.GetUtcNow()) { Service = "sts" };
        using HttpRequestMessage request = signer.CallSts(harness.Emulator.BaseAddress, form);
        return await EmulatorResponse.ReadAsync(await harness.Http.SendAsync(request, EmulatorHarness.Cancellation));
    }
}
