using Microsoft.Extensions.Time.Testing;

namespace SsoOidcGen.Runtime.Tests;

public sealed class ProcessCredentialsProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task Credentials_are_kept_until_ten_minutes_before_they_expire()
    {
        using TestHome home = Scripted(
            """
            echo run >> "$1"
            echo '{"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2026-01-01T13:00:00Z"}'
            """
        );
        IAwsCredentialsProvider provider = ProviderOf(home);

        AwsCredentials first = await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Same(first, await provider.GetCredentialsAsync(TestContext.Current.CancellationToken));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first, await provider.GetCredentialsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, RunsOf(home));
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_run()
    {
        using TestHome home = Scripted(
            """
            echo run >> "$1"
            echo '{"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "s"}'
            """
        );
        IAwsCredentialsProvider provider = ProviderOf(home);

        AwsCredentials[] all = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => provider.GetCredentialsAsync(TestContext.Current.CancellationToken).AsTask())
        );

        Assert.Single(all.Distinct());
        Assert.Equal("123456789012", all[0].AccountId);
        Assert.Equal(1, RunsOf(home));
    }

    [Fact]
    public async Task A_failed_command_is_reported_with_its_own_words_and_tried_again()
    {
        using TestHome home = Scripted(
            """
            echo run >> "$1"
            echo 'not signed in' >&2
            exit 3
            """
        );
        IAwsCredentialsProvider provider = ProviderOf(home);

        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => Credentials(provider));
        await Assert.ThrowsAsync<MissingCredentialsException>(() => Credentials(provider));

        Assert.Contains("not signed in", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{home.Environment.ConfigFile}:2", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, RunsOf(home));
    }

    [Fact]
    public async Task Output_without_an_end_ends_the_command()
    {
        using TestHome home = Scripted("exec yes");

        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => Credentials(ProviderOf(home)));

        Assert.Contains("more than 1 MiB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_complaint_is_cut()
    {
        using TestHome home = Scripted("head -c 3000000 /dev/zero | tr '\\0' x >&2\nexit 1");

        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => Credentials(ProviderOf(home)));

        Assert.InRange(error.Message.Length, 4096, 5000);
    }

    [Theory]
    [InlineData("/no/such/program", "cannot be started")]
    [InlineData("'open", "not closed")]
    public async Task A_command_that_cannot_run_is_an_error_that_names_its_place(string command, string problem)
    {
        using TestHome home = new($"[default]\ncredential_process = {command}");

        var error = await Assert.ThrowsAnyAsync<ConfigurationException>(() => Credentials(ProviderOf(home)));

        Assert.Contains($"{home.Environment.ConfigFile}:2", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hush")]
    [InlineData("[\"hush\"]")]
    [InlineData("""{"Version": 2, "AccessKeyId": "a", "SecretAccessKey": "hush"}""")]
    [InlineData("""{"Version": "1", "AccessKeyId": "a", "SecretAccessKey": "hush"}""")]
    [InlineData("""{"Version": 1, "AccessKeyId": "hush"}""")]
    [InlineData("""{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "hush\ud800"}""")]
    [InlineData("""{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": ["hush"]}""")]
    [InlineData("""{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "hush", "Expiration": "hush"}""")]
    public void Output_that_is_not_credentials_is_refused_without_being_shown(string output)
    {
        var error = Assert.Throws<MissingCredentialsException>(() =>
            ProcessCredentials.Parse(output, "config:1", null)
        );

        Assert.StartsWith("config:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01T13:00:00Z")]
    [InlineData("2026-01-01T13:00:00+00:00")]
    [InlineData("2026-01-01T15:00:00.000+02:00")]
    [InlineData("2026-01-01T13:00:00")]
    public void An_expiration_is_any_ISO_8601_time(string expiration)
    {
        string output =
            $$"""{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "s", "Expiration": "{{expiration}}"}""";

        Assert.Equal(Start.AddHours(1), ProcessCredentials.Parse(output, "config:1", null).Expiration);
    }

    private static TestHome Scripted(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands of these tests are shell scripts.");
        TestHome home = new(
            "[default]\ncredential_process = sh '$HOME/run me' '$HOME/runs'\naws_account_id = 123456789012"
        );
        string config = File.ReadAllText(home.Environment.ConfigFile);
        File.WriteAllText(
            home.Environment.ConfigFile,
            config.Replace("$HOME", home.Environment.HomeDirectory, StringComparison.Ordinal)
        );
        File.WriteAllText(home.PathOf("run me"), script);
        return home;
    }

    private static int RunsOf(TestHome home) => File.ReadAllLines(home.PathOf("runs")).Length;

    private static Task<AwsCredentials> Credentials(IAwsCredentialsProvider provider) =>
        provider.GetCredentialsAsync(TestContext.Current.CancellationToken).AsTask();

    private IAwsCredentialsProvider ProviderOf(TestHome home) =>
        home.Resolve(new ServiceClientOptions { TimeProvider = _clock }).Authentication.Credentials;
}
