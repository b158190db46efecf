using System.Runtime.Versioning;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Configuration;

public sealed class SsoConfigWriterTests : IDisposable
{
    private static readonly SsoSession s_session = new()
    {
        Name = "dev",
        StartUrl = "https://d-1.awsapps.com/start",
        Region = "eu-west-1",
        Scopes = ["sso:account:access", "openid"],
    };

    private readonly TempFolder _home = new();
    private readonly SsoConfigWriter _writer;

    public SsoConfigWriterTests() => _writer = new SsoConfigWriter(new AwsEnvironment(_home.Path));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => _home.File(".aws/config");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_new_file_holds_session_and_profile()
    {
        await _writer.WriteProfileAsync(
            "work",
            new SsoRole(s_session, "012345678901", "Reader"),
            "eu-west-1",
            "json",
            Token
        );

        await AssertFileAsync(
            """
            [sso-session dev]
            sso_start_url = https://d-1.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access,openid

            [profile work]
            sso_session = dev
            sso_account_id = 012345678901
            sso_role_name = Reader
            region = eu-west-1
            output = json

            """
        );
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("it's")]
    [InlineData("say \"hi\"")]
    [InlineData("back\\slash")]
    public async Task A_name_is_quoted_so_that_it_is_read_again(string name)
    {
        await _writer.WriteSessionAsync(s_session with { Name = name }, Token);
        await _writer.WriteRegionAsync(s_session with { Name = name }, "us-east-1", Token);

        SharedConfig config = SharedConfig.Load(new AwsEnvironment(_home.Path));
        Assert.Equal(
            "us-east-1",
            Assert.Single(config.SsoSessions, section => section.Key == name).Value["sso_region"]
        );
    }

    [Theory]
    [InlineData("a]b")]
    [InlineData("it's \"it\"")]
    public async Task A_name_that_no_header_can_hold_is_refused(string name)
    {
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            _writer.WriteSessionAsync(s_session with { Name = name }, Token)
        );

        Assert.Contains(name, exception.Message);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Only_lines_that_change_are_touched()
    {
        await GivenAsync(
            """
            # mine
            [sso-session  "dev"] ; the one
              ; a note
            SSO_Region:us-east-1
            sso_start_url=https://d-1.awsapps.com/start

            # trailing note
            [profile other]
            s3 =
                max_queue_size = 5
            region=us-east-1
            """
        );

        await _writer.WriteSessionAsync(s_session, Token);

        await AssertFileAsync(
            """
            # mine
            [sso-session  "dev"] ; the one
              ; a note
            sso_region = eu-west-1
            sso_start_url=https://d-1.awsapps.com/start
            sso_registration_scopes = sso:account:access,openid

            # trailing note
            [profile other]
            s3 =
                max_queue_size = 5
            region=us-east-1
            """
        );
    }

    [Fact]
    public async Task A_value_of_several_lines_is_replaced_whole()
    {
        await GivenAsync("[sso-session dev]\nsso_region = us-\n  east-1\n# note\nsso_start_url = x\n");

        await _writer.WriteRegionAsync(s_session, "eu-west-1", Token);

        await AssertFileAsync("[sso-session dev]\nsso_region = eu-west-1\n# note\nsso_start_url = x\n");
    }

    [Fact]
    public async Task A_file_that_says_it_already_is_not_written()
    {
        await GivenAsync("[sso-session dev]\nsso_region=eu-west-1");
        DateTime before = System.IO.File.GetLastWriteTimeUtc(File).AddDays(-1);
        System.IO.File.SetLastWriteTimeUtc(File, before);

        await _writer.WriteRegionAsync(s_session, "eu-west-1", Token);

        Assert.Equal("[sso-session dev]\nsso_region=eu-west-1", await System.IO.File.ReadAllTextAsync(File, Token));
        Assert.Equal(before, System.IO.File.GetLastWriteTimeUtc(File));
    }

    [Fact]
    public async Task Lines_of_Windows_stay_lines_of_Windows()
    {
        await GivenAsync("[default]\r\nregion = us-east-1\r\n");

        await _writer.WriteProfileAsync(
            "default",
            new SsoRole(s_session with { Name = null }, "012345678901", "R"),
            cancellationToken: Token
        );

        string text = await System.IO.File.ReadAllTextAsync(File, Token);
        Assert.StartsWith("[default]\r\nregion = us-east-1\r\nsso_start_url = https://d-1.awsapps.com/start\r\n", text);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_is_read_back_also_with_blanks_in_names()
    {
        SsoSession session = s_session with { Name = "my dev" };
        SsoRole role = new(session, "012345678901", "Reader");

        await _writer.WriteProfileAsync("my work", role, cancellationToken: Token);

        SsoRole? read = SharedConfig.Load(new AwsEnvironment(_home.Path)).FindSsoRole("my work");
        Assert.Equal((role.AccountId, role.RoleName), (read?.AccountId, read?.RoleName));
        Assert.Equal(session with { Scopes = null }, read!.Session with { Scopes = null });
        Assert.Equal(session.Scopes, read.Session.Scopes);
    }

    [Fact]
    public async Task A_line_break_cannot_smuggle_in_another_setting()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _writer.WriteSessionAsync(s_session with { Region = "x\ncredential_process = evil" }, Token)
        );

        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_new_file_is_the_owners_alone_and_an_old_one_keeps_its_mode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows protects the user profile by access lists, not modes.");

        await _writer.WriteSessionAsync(s_session, Token);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));

        UnixFileMode shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        System.IO.File.SetUnixFileMode(File, shared);
        await _writer.WriteRegionAsync(s_session, "us-east-1", Token);
        Assert.Equal(shared, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task A_link_to_the_file_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege on Windows.");
        await GivenAsync("");
        System.IO.File.Move(File, _home.File("dotfiles-config"));
        System.IO.File.CreateSymbolicLink(File, _home.File("dotfiles-config"));

        await _writer.WriteSessionAsync(s_session, Token);

        Assert.NotNull(new FileInfo(File).LinkTarget);
        Assert.Contains(
            "[sso-session dev]",
            await System.IO.File.ReadAllTextAsync(_home.File("dotfiles-config"), Token)
        );
    }

    [Fact]
    public async Task A_link_to_a_link_stays_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege on Windows.");
        await GivenAsync("# mine\n");
        System.IO.File.Move(File, _home.File("target"));
        System.IO.File.CreateSymbolicLink(_home.File("link"), _home.File("target"));
        System.IO.File.CreateSymbolicLink(File, _home.File("link"));

        await _writer.WriteRegionAsync(s_session, "eu-west-1", Token);

        Assert.Equal(_home.File("link"), new FileInfo(File).LinkTarget);
        Assert.Equal(_home.File("target"), new FileInfo(_home.File("link")).LinkTarget);
        await AssertFileAsync("# mine\n\n[sso-session dev]\nsso_region = eu-west-1\n");
    }

    [Theory]
    [InlineData("", "[sso-session dev]\nsso_region = eu-west-1\n")]
    [InlineData("[a]", "[a]\n\n[sso-session dev]\nsso_region = eu-west-1\n")]
    [InlineData("[a]\n", "[a]\n\n[sso-session dev]\nsso_region = eu-west-1\n")]
    [InlineData("[a]\n \n", "[a]\n \n[sso-session dev]\nsso_region = eu-west-1\n")]
    [InlineData("[a]\r", "[a]\r\r[sso-session dev]\rsso_region = eu-west-1\r")]
    [InlineData("[sso-session dev]", "[sso-session dev]\nsso_region = eu-west-1\n")]
    [InlineData("[sso-session dev]\n[a]", "[sso-session dev]\nsso_region = eu-west-1\n[a]")]
    [InlineData("[sso-session dev]\n# note\n\n[a]\n", "[sso-session dev]\nsso_region = eu-west-1\n# note\n\n[a]\n")]
    [InlineData(
        "[sso-session dev]\n  k = v\n    w\n\n[a]\n",
        "[sso-session dev]\n  k = v\n    w\n  sso_region = eu-west-1\n\n[a]\n"
    )]
    [InlineData(
        "[sso-session dev]\nsso_region = x\n# a\n  y\n\n  z\nk = v\n",
        "[sso-session dev]\nsso_region = eu-west-1\n# a\n\nk = v\n"
    )]
    [InlineData("[sso-session dev]\n  sso_region=x", "[sso-session dev]\n  sso_region = eu-west-1\n")]
    [InlineData(
        "[sso-session dev]\n[sso-session 'dev']\n[profile dev]\n",
        "[sso-session dev]\n[sso-session 'dev']\nsso_region = eu-west-1\n[profile dev]\n"
    )]
    [InlineData("[sso-session dev]\nsso_region = eu-west-1\n  more\n", "[sso-session dev]\nsso_region = eu-west-1\n")]
    public async Task A_setting_finds_its_place(string before, string after)
    {
        await GivenAsync(before);

        await _writer.WriteRegionAsync(s_session, "eu-west-1", Token);

        await AssertFileAsync(after);
    }

    [Fact]
    public async Task A_session_without_a_name_is_written_into_its_profile()
    {
        SsoSession session = s_session with { Name = null, Profile = "old", Scopes = null };

        await _writer.WriteSessionAsync(session, Token);
        await _writer.WriteRegionAsync(session, "us-east-1", Token);
        var error = await Assert.ThrowsAsync<ArgumentException>(
            "session",
            () => _writer.WriteSessionAsync(session with { Profile = null }, Token)
        );

        await AssertFileAsync("[profile old]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = us-east-1\n");
        Assert.StartsWith(
            "A session is written under its name or its profile, and this one has neither.",
            error.Message
        );
    }

    [Fact]
    public async Task No_scopes_are_no_setting()
    {
        await _writer.WriteSessionAsync(s_session with { Scopes = [] }, Token);

        await AssertFileAsync(
            "[sso-session dev]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = eu-west-1\n"
        );
    }

    private async Task GivenAsync(string text)
    {
        Directory.CreateDirectory(_home.File(".aws"));
        await System.IO.File.WriteAllTextAsync(File, text, Token);
    }

    private async Task AssertFileAsync(string text) =>
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File, Token));
}
