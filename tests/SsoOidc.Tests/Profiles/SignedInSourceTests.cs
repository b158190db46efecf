using SsoOidc.CompilerServices;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc.Tests.Profiles;

/// <summary>Which source a profile of a user who has signed in leads to, and all that the source is told.</summary>
public sealed class SignedInSourceTests : IDisposable
{
    private const string Session = """
        [sso-session corp]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = eu-west-1

        """;
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_role_of_a_session(bool isOn)
    {
        CredentialsSearch search = Search(
            Session + "[profile dev]\nsso_session = corp\nsso_account_id = 012345678901\nsso_role_name = Reader",
            isOn
        );

        CredentialsSource? source = SsoCredentialsChain.FindSignedIn(search, search.Profile);

        Assert.Equal(
            new SsoRoleSource
            {
                Session = "corp",
                StartUrl = "https://d-1.awsapps.com/start",
                Region = "eu-west-1",
                AccountId = "012345678901",
                RoleName = "Reader",
                Environment = search.Environment,
                UseFipsEndpoint = isOn,
                UseDualStackEndpoint = isOn,
                AllowPlainHttp = isOn,
            },
            source
        );
        Assert.Equal("role Reader in account 012345678901", source!.Name);
        Assert.Equal("r,s", source.Features);
    }

    [Fact]
    public void A_role_of_a_start_URL()
    {
        CredentialsSearch search = Search(
            "[profile dev]\nsso_start_url = https://u\nsso_region = eu-west-1\nsso_account_id = 1\nsso_role_name = R"
        );

        CredentialsSource? source = SsoCredentialsChain.FindSignedIn(search, search.Profile);

        Assert.Null(Assert.IsType<SsoRoleSource>(source).Session);
        Assert.Equal("t,u", source.Features);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "dev")]
    public void A_login_session(bool isOn, string? profile)
    {
        CredentialsSearch search = Search(
            "[profile dev]\nlogin_session = arn:aws:iam::1:user/me\nregion = eu-west-1",
            isOn,
            isOn
        );

        CredentialsSource? source = SsoCredentialsChain.FindSignedIn(search, search.Profile);

        Assert.Equal(
            new LoginSessionSource
            {
                Session = "arn:aws:iam::1:user/me",
                Where = $"{_home.File(".aws/config")}:2, section [profile dev], key 'login_session'",
                Region = "eu-west-1",
                Environment = search.Environment,
                Profile = profile,
                UseFipsEndpoint = isOn,
                UseDualStackEndpoint = isOn,
                AllowPlainHttp = isOn,
            },
            source
        );
        Assert.Equal("login session arn:aws:iam::1:user/me", source!.Name);
        Assert.Equal("AC,AD", source.Features);
    }

    [Theory]
    [InlineData("region = eu-west-1", "us-east-1", "eu-west-1")]
    [InlineData("", "us-east-1", "us-east-1")]
    public void The_region_of_a_login_session_is_the_profiles_before_the_clients(
        string line,
        string? region,
        string expected
    )
    {
        CredentialsSearch search = Search($"[profile dev]\nlogin_session = s\n{line}", region: region);

        Assert.Equal(expected, LoginSessionSource.Find(search, search.Profile)!.Region);
    }

    [Fact]
    public void A_login_session_without_a_region_is_an_error()
    {
        CredentialsSearch search = Search("[profile dev]\nlogin_session = s");

        var error = Assert.Throws<ConfigurationException>(() => LoginSessionSource.Find(search, search.Profile));

        Assert.EndsWith(
            ":2, section [profile dev], key 'login_session' needs a region to refresh its credentials in. Add 'region' to the"
                + " profile, or set AWS_REGION.",
            error.Message
        );
    }

    [Fact]
    public void Sessions_are_kept_in_the_folder_of_the_AWS_tools()
    {
        CredentialsSearch search = Search("[profile dev]\nlogin_session = s\nregion = r");

        Assert.Equal(_home.File(".aws/login/cache"), LoginSessionSource.Find(search, search.Profile)!.Folder);
    }

    [Theory]
    [InlineData("region = eu-west-1")]
    [InlineData("login_session =")]
    [InlineData("sso_session = corp")]
    [InlineData("sso_start_url = https://u\nsso_region = eu-west-1")]
    public void Everything_else_is_no_source(string lines)
    {
        CredentialsSearch search = Search($"{Session}[profile dev]\n{lines}");

        Assert.Null(SsoCredentialsChain.FindSignedIn(search, search.Profile));
    }

    [Theory]
    [InlineData("sso_session = ghost", "[sso-session ghost]")]
    [InlineData("sso_start_url = https://u", "lacks sso_region")]
    public void A_session_that_is_wrong_is_an_error_also_without_a_role(string line, string problem)
    {
        CredentialsSearch search = Search($"{Session}[profile dev]\n{line}");

        var error = Assert.Throws<ConfigurationException>(() =>
            SsoCredentialsChain.FindSignedIn(search, search.Profile)
        );

        Assert.Contains(problem, error.Message);
    }

    [Theory]
    [InlineData(true, "https://chosen.example")]
    [InlineData(false, "https://default.example")]
    public async Task The_portal_is_where_the_profile_says_that_the_client_uses(bool isChosen, string portal)
    {
        List<Uri> asked = [];
        using StubHandler handler = new(
            (request, _) =>
            {
                asked.Add(request.RequestUri!);
                return new HttpResponseMessage
                {
                    Content = new StringContent(
                        """{"roleCredentials": {"accessKeyId": "k", "secretAccessKey": "s", "sessionToken": "t", "expiration": 1767326645000}}"""
                    ),
                };
            }
        );
        RecordingTime time = new(RecordingTime.Origin);
        CredentialsSearch search = Search(
            Session
                + "[default]\nendpoint_url = https://default.example\n[profile dev]\nendpoint_url = https://chosen.example\n"
                + "sso_session = corp\nsso_account_id = 012345678901\nsso_role_name = Reader",
            isChosen: isChosen,
            handler: handler,
            time: time
        );
        FileTokenStore tokens = new(_home.File(".aws/sso/cache"));
        await tokens.WriteAsync(
            new SsoSession
            {
                Name = "corp",
                StartUrl = "u",
                Region = "r",
            }.TokenName,
            """{"region": "eu-west-1", "accessToken": "a", "expiresAt": "2026-01-02T11:04:05Z"}"""u8.ToArray(),
            TestContext.Current.CancellationToken
        );

        IAwsCredentialsProvider provider = SsoCredentialsChain
            .FindSignedIn(search, search.Profile)!
            .CreateProvider(search);
        AwsCredentials credentials = await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("k", credentials.AccessKeyId);
        Assert.Equal(
            $"{portal}/federation/credentials?role_name=Reader&account_id=012345678901",
            Assert.Single(asked).AbsoluteUri
        );
        Assert.Single(new FileTokenStore(_home.File(".aws/cli/cache")).List());
    }

    private CredentialsSearch Search(
        string config,
        bool isOn = false,
        bool isChosen = false,
        string? region = null,
        HttpMessageHandler? handler = null,
        TimeProvider? time = null
    )
    {
        Directory.CreateDirectory(_home.File(".aws"));
        File.WriteAllText(_home.File(".aws/config"), config);
        AwsEnvironment environment = new(_home.Path);
        SharedConfig shared = SharedConfig.Load(environment);
        return new CredentialsSearch
        {
            Environment = environment,
            Config = shared,
            Profile = shared.SelectProfile("dev"),
            IsProfileChosen = isChosen,
            Region = region,
            UseFipsEndpoint = isOn,
            UseDualStackEndpoint = isOn,
            AllowPlainHttp = isOn,
            Handler = handler,
            TimeProvider = time ?? TimeProvider.System,
        };
    }
}
