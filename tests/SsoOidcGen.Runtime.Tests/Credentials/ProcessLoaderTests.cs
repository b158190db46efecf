using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

public sealed class ProcessLoaderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task Credentials_are_kept_until_a_minute_before_they_expire()
    {
        using TestHome home = Scripted(
            """
            echo run >> "$1"
            echo '{"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2026-01-01T13:00:00Z"}'
            """
        );
        IAwsCredentialsProvider provider = ProviderOf(home);

        AwsCredentials first = await Credentials(provider);
        _clock.Advance(TimeSpan.FromMinutes(44));
        Assert.Same(first, await Credentials(provider));

        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotSame(first, await Credentials(provider));
        Assert.Equal(2, RunsOf(home));
    }

    [Theory]
    [InlineData("exec sleep 1000")]
    [InlineData("exec sleep 1000 >&- 2>&-")]
    public async Task A_command_that_does_not_end_is_stopped_after_a_minute(string command)
    {
        using TestHome home = Scripted($"echo $$ > \"$1\"; {command}");
        Task<AwsCredentials> credentials = Credentials(ProviderOf(home));
        while (!File.Exists(home.PathOf("runs")) || RunsOf(home) == 0)
        {
            await Task.Yield();
        }

        _clock.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<CredentialsException>(() => credentials);
        await EndOfAsync(int.Parse(File.ReadAllText(home.PathOf("runs"))));
        Assert.Equal(
            $"{home.Environment.ConfigFile}:2, section [default], key 'credential_process': the command has not ended after 60"
                + " seconds and was stopped. Run the command by hand, and correct it or remove the key.",
            error.Message
        );
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

        var error = await Assert.ThrowsAsync<CredentialsException>(() => Credentials(provider));
        await Assert.ThrowsAsync<CredentialsException>(() => Credentials(provider));

        Assert.Contains("not signed in", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{home.Environment.ConfigFile}:2", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, RunsOf(home));
    }

    [Fact]
    public async Task Output_without_an_end_ends_the_command()
    {
        using TestHome home = Scripted("exec yes");

        var error = await Assert.ThrowsAsync<CredentialsException>(() => Credentials(ProviderOf(home)));

        Assert.Contains("more than 1 MiB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_complaint_is_cut()
    {
        using TestHome home = Scripted("head -c 3000000 /dev/zero | tr '\\0' x >&2\nexit 1");

        var error = await Assert.ThrowsAsync<CredentialsException>(() => Credentials(ProviderOf(home)));

        Assert.Equal(
            $"{home.Environment.ConfigFile}:2, section [default], key 'credential_process': the command ended with 1. It says: "
                + new string('x', 4096),
            error.Message
        );
    }

    [Theory]
    [InlineData("/no/such/program", "cannot be started")]
    [InlineData("'open", "not closed")]
    public async Task A_command_that_cannot_run_is_an_error_that_names_its_place(string command, string problem)
    {
        using TestHome home = new($"[default]\ncredential_process = {command}");

        Exception? error = await Record.ExceptionAsync(() => Credentials(ProviderOf(home)));

        Assert.True(error is ConfigurationException or CredentialsException, $"{error}");
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
        var error = Assert.Throws<CredentialsException>(() =>
            ProcessCredentials.Parse(Encoding.UTF8.GetBytes(output), "config:1", null)
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

        Assert.Equal(
            Start.AddHours(1),
            ProcessCredentials.Parse(Encoding.UTF8.GetBytes(output), "config:1", null).Expiration
        );
    }

    [Fact]
    public void A_byte_order_mark_before_the_output_means_nothing()
    {
        byte[] output =
        [
            .. Encoding.UTF8.Preamble,
            .. """{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "s"}"""u8,
        ];

        Assert.Equal("a", ProcessCredentials.Parse(output, "config:1", null).AccessKeyId);
    }

    [Theory]
    [InlineData(1_048_576, null)]
    [InlineData(1_048_577, "the command prints more than 1 MiB")]
    public async Task Output_of_a_mebibyte_is_read(int length, string? problem)
    {
        const string Json = """{"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "s"}""";
        using TestHome home = Scripted($"printf '%s%{length - Json.Length}s' '{Json}' ''");

        Exception? error = await Record.ExceptionAsync(() => Credentials(ProviderOf(home)));

        Assert.Equal(
            problem is null
                ? null
                : $"{home.Environment.ConfigFile}:2, section [default], key 'credential_process': {problem}."
                    + " Run the command by hand, and correct it or remove the key.",
            error?.Message
        );
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("0", "key 'credential_process'")]
    [InlineData("2", "key 'credential_process'")]
    public async Task The_version_of_the_output_is_1(string version, string? problem)
    {
        using TestHome home = Scripted(
            $$"""echo '{"Version": {{version}}, "AccessKeyId": "AKID", "SecretAccessKey": "s"}'"""
        );

        Exception? error = await Record.ExceptionAsync(() => Credentials(ProviderOf(home)));

        Assert.Equal(
            problem is null
                ? null
                : $"{home.Environment.ConfigFile}:2, section [default], {problem}: the command must print a JSON object with"
                    + " \"Version\": 1, \"AccessKeyId\" and \"SecretAccessKey\", and if it prints an \"Expiration\", that must be"
                    + " an ISO 8601 time.",
            error?.Message
        );
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

    // The process is this one's child, which is reaped when it has ended.
    private static async Task EndOfAsync(int process)
    {
        try
        {
            using Process stopped = Process.GetProcessById(process);
            await stopped.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    private static int RunsOf(TestHome home) => File.ReadAllLines(home.PathOf("runs")).Length;

    private static Task<AwsCredentials> Credentials(IAwsCredentialsProvider provider) =>
        provider.GetCredentialsAsync(TestContext.Current.CancellationToken).AsTask();

    private IAwsCredentialsProvider ProviderOf(TestHome home) =>
        home.Resolve(new ServiceClientOptions { TimeProvider = _clock })
            .Authentication.CredentialsFrom(DefaultCredentialsChain.Instance);
}
