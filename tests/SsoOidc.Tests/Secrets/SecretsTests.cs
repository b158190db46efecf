using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Secrets;

/// <summary>A walk over all that signing in shows, throws, traces and measures, in success and in every failure.</summary>
public sealed class SecretsTests
{
    private const string Leaked = "leaked-by-the-answer-itself";

    private static readonly string[] s_codes =
    [
        "access_denied",
        "authorization_pending",
        "expired_token",
        "invalid_client",
        "invalid_client_metadata",
        "invalid_grant",
        "invalid_redirect_uri",
        "invalid_request",
        "invalid_scope",
        "server_error",
        "slow_down",
        "unauthorized_client",
        "unsupported_grant_type",
    ];

    private static readonly Dictionary<string, Fault> s_faults = s_codes
        .ToDictionary(code => code, code => Fault.OAuth(code))
        .Concat(
            new Dictionary<string, Fault>
            {
                ["no answer"] = new() { CutConnection = true },
                ["half an answer"] = new() { Body = $$"""{"accessToken": "{{Leaked}}", """, CutConnection = true },
                ["broken JSON"] = new() { Body = $$"""{"accessToken": "{{Leaked}}", "refreshToken": {{Leaked}}""" },
                ["other types"] = new()
                {
                    Body = $$"""
                    {"accessToken": ["{{Leaked}}"], "expiresIn": "{{Leaked}}", "clientSecretExpiresAt": "{{Leaked}}",
                     "interval": "{{Leaked}}", "roleCredentials": "{{Leaked}}", "accountList": "{{Leaked}}"}
                    """,
                },
                ["no JSON"] = new() { Body = $"<html>{Leaked}</html>", ContentType = "text/html" },
                ["nothing"] = new() { Body = "{}" },
                ["half an error"] = new()
                {
                    Status = 400,
                    Body = $$"""{"error": "invalid_grant", "refreshToken": "{{Leaked}}", """,
                },
                ["an error of another service"] = new() { Status = 403, Body = $$"""{"token": "{{Leaked}}"}""" },
            }
        )
        .ToDictionary();

    // The emulator's interval, and what it becomes after slow_down or a failure.
    private static readonly TimeSpan[] s_pollingPauses =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(6),
        TimeSpan.FromSeconds(2),
    ];

    private static readonly EmulatorOperation[] s_portal =
    [
        EmulatorOperation.GetRoleCredentials,
        EmulatorOperation.ListAccounts,
        EmulatorOperation.ListAccountRoles,
        EmulatorOperation.Logout,
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<SignInMethod, EmulatorOperation, string>> SignInFaults =>
        from step in (IEnumerable<(SignInMethod Method, EmulatorOperation Operation)>)
            [
                (SignInMethod.DeviceCode, EmulatorOperation.RegisterClient),
                (SignInMethod.DeviceCode, EmulatorOperation.StartDeviceAuthorization),
                (SignInMethod.DeviceCode, EmulatorOperation.CreateToken),
                (SignInMethod.Browser, EmulatorOperation.RegisterClient),
                (SignInMethod.Browser, EmulatorOperation.CreateToken),
            ]
        from fault in s_faults.Keys
        select new TheoryDataRow<SignInMethod, EmulatorOperation, string>(step.Method, step.Operation, fault);

    public static TheoryData<string> Faults => [.. s_faults.Keys];

    [Theory]
    [InlineData(SignInMethod.DeviceCode)]
    [InlineData(SignInMethod.Browser)]
    public async Task A_session_from_sign_in_to_sign_out_shows_none(SignInMethod method)
    {
        await using WatchedSignIn run = await WatchedSignIn.StartAsync(method);
        Func<Task<object?>>[] steps =
        [
            async () => await run.Login.SignInAsync(Cancellation),
            async () => await run.Login.GetTokenAsync(Cancellation),
            async () => await run.Login.ReadCachedTokenAsync(Cancellation),
            async () => await run.Role.GetCredentialsAsync(Cancellation),
            async () => await new AccessPortal(run.Login).ListAccountsAsync(Cancellation).FirstAsync(Cancellation),
            async () => await run.Login.SignOutAsync(Cancellation),
        ];
        foreach (Func<Task<object?>> step in steps)
        {
            Assert.Null(await run.ShowAsync(step));
        }

        await run.AssertNothingLeakedAsync();
        string[] expected =
            method == SignInMethod.Browser ? ["code", "codeVerifier", "state"] : ["deviceCode", "userCode"];
        Assert.Superset(
            new HashSet<string>([
                .. expected,
                "accessToken",
                "refreshToken",
                "clientSecret",
                "secretAccessKey",
                "sessionToken",
            ]),
            run.Watch.Names
        );
    }

    [Theory]
    [MemberData(nameof(SignInFaults))]
    public async Task A_sign_in_that_fails_shows_none(SignInMethod method, EmulatorOperation operation, string fault)
    {
        await using WatchedSignIn run = await WatchedSignIn.StartAsync(method);
        run.Watch.Learn("answer", Leaked);
        // Twice, since a client that is not known registers once more.
        run.Emulator.Faults.Add(operation, s_faults[fault], times: 2);
        using CancellationTokenSource giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        Task<Exception?> ending = run.ShowAsync(async () => await run.Login.SignInAsync(giveUp.Token));
        if (method == SignInMethod.DeviceCode)
        {
            // A device waits for another poll after some faults; what comes of the next poll is another test's matter.
            await Task.WhenAny(ending, run.Time.TimerAsync(s_pollingPauses));
            await giveUp.CancelAsync();
        }

        Assert.NotNull(await ending);
        await run.AssertNothingLeakedAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_refresh_that_fails_shows_none(string fault)
    {
        await using WatchedSignIn run = await WatchedSignIn.StartAsync(SignInMethod.DeviceCode);
        await run.Login.SignInAsync(Cancellation);
        run.Watch.Learn("answer", Leaked);
        run.Emulator.Faults.Add(EmulatorOperation.CreateToken, s_faults[fault]);
        run.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.NotNull(await run.ShowAsync(async () => await run.Login.GetTokenAsync(Cancellation)));
        await run.AssertNothingLeakedAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_portal_that_fails_shows_none(string fault)
    {
        await using WatchedSignIn run = await WatchedSignIn.StartAsync(SignInMethod.DeviceCode);
        await run.Login.SignInAsync(Cancellation);
        run.Watch.Learn("answer", Leaked);
        foreach (EmulatorOperation operation in s_portal)
        {
            run.Emulator.Faults.Add(operation, s_faults[fault]);
        }

        AccessPortal portal = new(run.Login);
        await run.ShowAsync(async () => await run.Role.GetCredentialsAsync(Cancellation));
        await run.ShowAsync(async () => await portal.ListAccountsAsync(Cancellation).ToListAsync(Cancellation));
        await run.ShowAsync(async () => await portal.ListRolesAsync("1", Cancellation).ToListAsync(Cancellation));
        await run.ShowAsync(async () => await run.Login.SignOutAsync(Cancellation));

        await run.AssertNothingLeakedAsync();
    }

    [Theory]
    [InlineData("""{"accessToken": "SECRET", "expiresAt": "2026""")]
    [InlineData("""{"accessToken": "SECRET", "expiresAt": "SECRET"}""")]
    [InlineData("""{"accessToken": ["SECRET"], "expiresAt": "2026-01-02T03:04:05Z"}""")]
    [InlineData("""{"accessToken": "SECRET", "accessToken": "SECRET"}""")]
    [InlineData("""{"accessToken": "SECRET", "expiresAt": "2026-01-01T00:00:00Z", "refreshToken": "SECRET"}""")]
    [InlineData("SECRET")]
    public async Task A_broken_cache_file_shows_none(string content)
    {
        await using WatchedSignIn run = await WatchedSignIn.StartAsync(SignInMethod.DeviceCode);
        run.Watch.Learn("cache file", Leaked);
        byte[] text = Encoding.UTF8.GetBytes(content.Replace("SECRET", Leaked));
        await run.Tokens.WriteAsync(WatchedSignIn.Session.TokenName, text, Cancellation);

        Assert.IsType<SignInRequiredException>(
            await run.ShowAsync(async () => await run.Login.GetTokenAsync(Cancellation))
        );
        await run.ShowAsync(async () => await run.Login.SignOutAsync(Cancellation));

        await run.AssertNothingLeakedAsync();
    }

    [Theory]
    [InlineData("[default]\naws_secret_access_key SECRET")]
    [InlineData("[default]\naws_secret_access_key = SECRET\naws_secret_access_key = SECRET")]
    [InlineData("[default\naws_session_token = SECRET")]
    [InlineData("aws_secret_access_key = SECRET")]
    [InlineData("[default]\ns3 =\n  aws_secret_access_key SECRET")]
    public void A_broken_credentials_file_shows_none(string content)
    {
        using TempFolder home = new();
        Directory.CreateDirectory(home.File(".aws"));
        File.WriteAllText(home.File(".aws/credentials"), content.Replace("SECRET", Leaked));
        SecretWatch watch = new();
        watch.Learn("credentials file", Leaked);

        ConfigurationException exception = Assert.Throws<ConfigurationException>(() =>
            SharedConfig.Load(new AwsEnvironment(home.Path))
        );

        Assert.Contains(home.File(".aws/credentials:"), exception.Message);
        watch.AssertAbsent([exception]);
    }

    [Fact]
    public void Every_message_and_entry_that_has_a_secret_hides_it()
    {
        SecretWatch watch = new();
        watch.Learn("member", Leaked);
        var holders =
            from type in typeof(SsoLogin).Assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: false }
            from property in type.GetProperties()
            where
                SecretWatch.IsSecret(property.Name)
                && property is { CanWrite: true }
                && property.PropertyType == typeof(string)
            select (type, property);

        Assert.NotEmpty(holders);
        foreach ((Type type, PropertyInfo property) in holders)
        {
            object holder = RuntimeHelpers.GetUninitializedObject(type);
            property.SetValue(holder, Leaked);
            watch.AssertAbsent([holder]);
        }
    }
}
