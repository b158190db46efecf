using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Services that get in the way of a sign-in.</summary>
public sealed class SignInTests
{
    private static readonly Script Registered = Script.Respond(
        "200 OK",
        """{"clientId":"c","clientSecret":"s3cret-of-the-client","clientSecretExpiresAt":4102444800}"""
    );

    private static readonly Script Started = StartedWith("\"interval\":1");

    private static readonly Script Pending = Script.Respond("400 Pending", """{"error":"authorization_pending"}""");

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>It works!</html>")]
    [InlineData("""{"clientId":"c"}""")]
    [InlineData("""{"clientId":5,"clientSecret":"s","clientSecretExpiresAt":4102444800}""")]
    public async Task A_registration_that_is_none_ends_the_sign_in(string body)
    {
        await using Trial trial = new(Script.Respond("200 OK", body));
        using SsoLogin login = Login(trial, []);

        await AssertFailsAsync(login);

        Assert.Single(trial.Server.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>It works!</html>")]
    [InlineData("""{"deviceCode":"s3cret","userCode":"ABCD","verificationUri":"https://x.example"}""")]
    [InlineData("""{"userCode":"ABCD","verificationUri":"https://x.example","expiresIn":600}""")]
    [InlineData("""{"deviceCode":"s3cret","verificationUri":"https://x.example","expiresIn":600}""")]
    [InlineData("""{"deviceCode":"s3cret","userCode":"ABCD","expiresIn":600}""")]
    [InlineData("""{"deviceCode":"s3cret","userCode":"ABCD","verificationUri":"nowhere","expiresIn":600}""")]
    [InlineData("""{"deviceCode":"s3cret","userCode":"ABCD","verificationUri":"http://x.example","expiresIn":600}""")]
    [InlineData("""{"deviceCode":"s3cret","userCode":"ABCD","verificationUri":"file:///etc/passwd","expiresIn":600}""")]
    [InlineData(
        """{"deviceCode":"s3cret","userCode":"ABCD","verificationUri":"javascript:alert(1)","expiresIn":600}"""
    )]
    public async Task An_authorization_that_is_none_is_shown_to_nobody(string body)
    {
        await using Trial trial = new(Registered, Script.Respond("200 OK", body), Pending);
        List<SignInPrompt> prompts = [];
        using SsoLogin login = Login(trial, prompts);

        await AssertFailsAsync(login);

        Assert.Empty(prompts);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>It works!</html>")]
    [InlineData("""{"accessToken":"","expiresIn":28800}""")]
    [InlineData("""{"accessToken":"s3cret"}""")]
    [InlineData("""{"accessToken":"s3cret","expiresIn":0}""")]
    [InlineData("""{"accessToken":"s3cret","expiresIn":-5}""")]
    [InlineData("""{"accessToken":5,"expiresIn":28800}""")]
    public async Task A_token_that_is_none_signs_nobody_in(string body)
    {
        await using Trial trial = new(Registered, Started, Script.Respond("200 OK", body));
        using SsoLogin login = Login(trial, []);

        await AssertFailsAsync(login);
    }

    [Fact]
    public async Task What_may_pass_while_somebody_decides_is_waited_out()
    {
        await using Trial trial = new(
            Registered,
            Started,
            Pending,
            Script.Respond("503 Busy", "<html>Busy</html>"),
            Script.Named("reset").Reset(),
            Script.Respond("400 Slowly", """{"error":"slow_down"}"""),
            Script.Respond("500 Down", "", "Connection: close").Close(),
            Pending,
            Trial.Good
        );
        List<SignInPrompt> prompts = [];
        using SsoLogin login = Login(trial, prompts);

        SsoToken token = await login.SignInAsync();

        Assert.Equal("good", token.AccessToken);
        Assert.Single(prompts);
        Assert.Equal(9, trial.Server.Requests.Count);
    }

    [Theory]
    [InlineData("\"interval\":0")]
    [InlineData("\"interval\":-1")]
    [InlineData("\"interval\":null")]
    public async Task A_pause_that_is_none_becomes_the_usual_one(string interval)
    {
        await using Trial trial = new(Registered, StartedWith(interval), Pending, Pending, Trial.Good);
        using SsoLogin login = Login(trial, []);

        await login.SignInAsync();

        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)], trial.Time.Waits);
    }

    [Theory]
    [InlineData("\"interval\":2147483647", 600)]
    [InlineData("\"interval\":1", -600)]
    [InlineData("\"interval\":1", 0)]
    public async Task A_sign_in_lasts_no_longer_than_its_code(string interval, int lifetime)
    {
        await using Trial trial = new(Registered, StartedWith(interval, lifetime), Pending);
        using SsoLogin login = Login(trial, [], () => trial.Time.Advance(TimeSpan.FromSeconds(Math.Max(lifetime, 0))));

        SignInFailedException error = await Assert.ThrowsAsync<SignInFailedException>(() => login.SignInAsync());

        Assert.Equal(SignInFailure.Expired, error.Failure);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"roleCredentials":null}""")]
    [InlineData("""{"roleCredentials":{}}""")]
    [InlineData("""{"roleCredentials":{"accessKeyId":"A","secretAccessKey":"s3cret"}}""")]
    [InlineData("""{"roleCredentials":{"accessKeyId":"A","expiration":4102444800000}}""")]
    [InlineData("""{"roleCredentials":{"accessKeyId":1,"secretAccessKey":"s3cret","expiration":4102444800000}}""")]
    public async Task Credentials_that_are_none_are_not_kept(string body)
    {
        const string Usable =
            """{"roleCredentials":{"accessKeyId":"A","secretAccessKey":"s","sessionToken":"t","expiration":4102444800000}}""";
        await using Trial trial = new(Registered, Started, Trial.Good);
        using SsoLogin login = Login(trial, []);
        await login.SignInAsync();
        SsoCredentialsProvider provider = new(login, "123456789012", "Admin", new MemoryTokenStore());
        trial.Server.Play(Script.Respond("200 OK", body));

        AssertIsOurs(await Record.ExceptionAsync(async () => await provider.GetCredentialsAsync()));

        trial.Server.Play(Script.Respond("200 OK", Usable));
        Assert.Equal("A", (await provider.GetCredentialsAsync()).AccessKeyId);
    }

    private static async Task AssertFailsAsync(SsoLogin login)
    {
        AssertIsOurs(await Record.ExceptionAsync(() => login.SignInAsync()));
        await Assert.ThrowsAsync<SignInRequiredException>(async () => await login.GetTokenAsync());
    }

    private static void AssertIsOurs(Exception? failure)
    {
        Assert.True(failure is SsoException or ServiceException, failure?.ToString());
        Assert.DoesNotContain("s3cret", $"{failure}");
    }

    private static Script StartedWith(string interval, int lifetime = 600) =>
        Script.Respond(
            "200 OK",
            $$"""{"deviceCode":"s3cret","userCode":"ABCD","verificationUri":"https://x.example","expiresIn":{{lifetime}},{{interval}}}"""
        );

    private static SsoLogin Login(Trial trial, List<SignInPrompt> prompts, Action? onPrompt = null)
    {
        trial.Options.MaxAttempts = 1;
        return new SsoLogin(
            new SsoSession { StartUrl = "https://d-1234567890.awsapps.com/start", Region = "eu-central-1" },
            new SsoLoginOptions
            {
                TokenStore = new MemoryTokenStore(),
                Method = SignInMethod.DeviceCode,
                OpenBrowser = null,
                Client = trial.Options,
                Prompt = (prompt, _) =>
                {
                    prompts.Add(prompt);
                    onPrompt?.Invoke();
                    return default;
                },
            }
        );
    }
}
