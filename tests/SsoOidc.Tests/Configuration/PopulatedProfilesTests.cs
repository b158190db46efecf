using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Configuration;

/// <summary>The block of profiles that is kept for a session: what is in it is replaced, and what is outside is left.</summary>
public sealed class PopulatedProfilesTests : IDisposable
{
    private const string Begin = "# Begin of the profiles that 'ssooidc populate' keeps for session corp";
    private const string End = "# End of the profiles that 'ssooidc populate' keeps for session corp";

    private readonly TempFolder _home = new();

    private string ConfigPath => _home.File(".aws/config");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_new_file_holds_the_block()
    {
        ProfilesChange change = await WriteAsync([Profile("a"), Profile("b c")], region: "eu-west-1");

        AssertFile(
            $"""
            {Begin}
            [profile a]
            sso_session = corp
            sso_account_id = 012345678901
            sso_role_name = Reader
            region = eu-west-1

            [profile 'b c']
            sso_session = corp
            sso_account_id = 012345678901
            sso_role_name = Reader
            region = eu-west-1
            {End}

            """
        );
        AssertChange(change, added: "a,b c");
    }

    [Fact]
    public async Task The_block_is_added_after_a_blank_line_and_keeps_clear_of_other_profiles()
    {
        Place("[default]\nregion = x\n[profile mine]\nregion = y");

        ProfilesChange change = await WriteAsync([Profile("a"), Profile("mine"), Profile("default")]);

        AssertFile(
            $"""
            [default]
            region = x
            [profile mine]
            region = y

            {Begin}
            [profile a]
            sso_session = corp
            sso_account_id = 012345678901
            sso_role_name = Reader
            {End}

            """
        );
        AssertChange(change, added: "a", foreign: "mine,default");
    }

    [Theory]
    [InlineData("[default]\n\n", "[default]\n\n")]
    [InlineData("[default]\n  \n", "[default]\n  \n")]
    [InlineData("\n", "\n")]
    public async Task A_blank_line_at_the_end_is_enough(string before, string kept)
    {
        Place(before);

        await WriteAsync([]);

        AssertFile($"{kept}{Begin}\n{End}\n");
    }

    [Fact]
    public async Task The_block_is_replaced_where_it_stands()
    {
        Place(
            $"""
            [profile first]
              {Begin}
            [profile old]
            region = z
            [default]
            [sso-session not-a-profile]
            [profile a]
            # a note that goes
            {End}
            [profile last]

            """
        );

        ProfilesChange change = await WriteAsync([Profile("a"), Profile("new"), Profile("last")]);

        AssertFile(
            $"""
            [profile first]
            {Begin}
            [profile a]
            sso_session = corp
            sso_account_id = 012345678901
            sso_role_name = Reader

            [profile new]
            sso_session = corp
            sso_account_id = 012345678901
            sso_role_name = Reader
            {End}
            [profile last]

            """
        );
        AssertChange(change, added: "new", kept: "a", removed: "old,default", foreign: "last");
    }

    [Fact]
    public async Task What_is_there_already_is_not_written_again()
    {
        await WriteAsync([Profile("a")]);
        DateTime before = File.GetLastWriteTimeUtc(ConfigPath).AddDays(-1);
        File.SetLastWriteTimeUtc(ConfigPath, before);

        ProfilesChange change = await WriteAsync([Profile("a")]);

        Assert.Equal(before, File.GetLastWriteTimeUtc(ConfigPath));
        AssertChange(change, kept: "a", changesFile: false);
    }

    [Fact]
    public async Task A_dry_run_tells_and_writes_nothing()
    {
        ProfilesChange change = await WriteAsync([Profile("a")], isDryRun: true);

        Assert.False(File.Exists(ConfigPath));
        AssertChange(change, added: "a");
    }

    [Theory]
    [InlineData("{0}", "has one of them without the other, or in the wrong order")]
    [InlineData("{1}", "has one of them without the other, or in the wrong order")]
    [InlineData("{1}\n{0}", "has one of them without the other, or in the wrong order")]
    [InlineData("{0}\n{0}\n{1}", "has one of them twice")]
    [InlineData("{0}\n{1}\n{1}", "has one of them twice")]
    public async Task Marks_that_are_out_of_order_are_named(string marks, string problem)
    {
        string text = marks.Replace("{0}", Begin).Replace("{1}", End);
        Place(text);

        var error = await Assert.ThrowsAsync<ConfigurationException>(() => WriteAsync([Profile("a")]));

        Assert.Equal(
            $"{ConfigPath} {problem}: the lines '{Begin}' and '{End}'. Mend or remove both, and what stands between them.",
            error.Message
        );
        AssertFile(text);
    }

    [Fact]
    public async Task Two_roles_cannot_have_one_profile()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            WriteAsync([Profile("a"), Profile("b"), Profile("a")])
        );

        Assert.StartsWith("Two roles would have the profile a.", error.Message);
    }

    [Fact]
    public async Task A_session_and_profiles_have_to_be_given()
    {
        SsoConfigWriter writer = new(new AwsEnvironment(_home.Path));

        await Assert.ThrowsAsync<ArgumentException>("session", () => writer.WriteProfilesAsync(" ", []));
        await Assert.ThrowsAsync<ArgumentNullException>("profiles", () => writer.WriteProfilesAsync("corp", null!));
        await Assert.ThrowsAsync<ArgumentException>("profile", () => writer.WriteProfileAsync(" ", null!));
    }

    private static SsoProfile Profile(string name) => new(name, "012345678901", "Reader");

    private static void AssertChange(
        ProfilesChange change,
        string added = "",
        string kept = "",
        string removed = "",
        string foreign = "",
        bool changesFile = true
    )
    {
        Assert.Equal(
            (added, kept, removed, foreign),
            (
                string.Join(',', change.Added),
                string.Join(',', change.Kept),
                string.Join(',', change.Removed),
                string.Join(',', change.Foreign)
            )
        );
        Assert.Equal(changesFile, change.ChangesFile);
    }

    private Task<ProfilesChange> WriteAsync(SsoProfile[] profiles, string? region = null, bool isDryRun = false) =>
        new SsoConfigWriter(new AwsEnvironment(_home.Path)).WriteProfilesAsync(
            "corp",
            profiles,
            region,
            isDryRun,
            TestContext.Current.CancellationToken
        );

    private void Place(string text)
    {
        Directory.CreateDirectory(_home.File(".aws"));
        File.WriteAllText(ConfigPath, text);
    }

    private void AssertFile(string text) => Assert.Equal(text, File.ReadAllText(ConfigPath));
}
