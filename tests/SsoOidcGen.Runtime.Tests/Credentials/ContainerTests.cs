using System.Net;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>The endpoint of containers: which one is asked, with which token, and when again.</summary>
public sealed class ContainerTests
{
    private const string Document =
        """{"accesskeyid": "ASIACONTAINER", "SecretAccessKey": "s", "Token": "t", "Expiration": "2026-01-01T18:00:00Z", "AccountId": "1"}""";

    [Fact]
    public async Task A_relative_address_wins_and_is_that_of_ECS()
    {
        using Machine machine = new(
            variables: new()
            {
                ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/v2/c?x=1",
                ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://localhost/x",
            },
            respond: static _ => Machine.Response(Document)
        );

        AwsCredentials credentials = await machine.GetAsync();

        var call = Assert.Single(machine.Sent);
        Assert.Equal("http://169.254.170.2/v2/c?x=1", call.Uri.AbsoluteUri);
        Assert.Equal("application/json", call.Headers["Accept"]);
        Assert.Equal(("ASIACONTAINER", "1"), (credentials.AccessKeyId, credentials.AccountId));
    }

    [Fact]
    public async Task A_token_file_wins_and_is_read_at_each_refresh()
    {
        Dictionary<string, string> variables = new()
        {
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://169.254.170.23/v1/credentials",
            ["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "other",
            ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = "~/token",
        };
        using Machine machine = new(variables: variables, respond: static _ => Machine.Response(Document));
        machine.Write("token", "TOKEN1");
        IAwsCredentialsProvider provider = machine.Find();

        await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);
        machine.Write("token", "TOKEN2");
        machine.Clock.Advance(TimeSpan.FromHours(7));
        await Record.ExceptionAsync(() => provider.GetCredentialsAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(["TOKEN1", "TOKEN2"], machine.Sent.Select(static call => call.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("hush\n")]
    [InlineData("to\r\nken")]
    [InlineData("tök")]
    public async Task A_token_that_no_header_can_hold_is_refused_and_not_shown(string token)
    {
        using Machine machine = new(
            variables: new()
            {
                ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "https://agent.example/x",
                ["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = token,
            }
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.DoesNotContain(token.Trim(), error.Message, StringComparison.Ordinal);
        Assert.Empty(machine.Sent);
    }

    [Theory]
    [InlineData("http://10.0.0.1/x")]
    [InlineData("http://metadata.example/x")]
    [InlineData("http://localhost.example/x")]
    [InlineData("http://user@localhost/x")]
    [InlineData("ftp://localhost/x")]
    [InlineData("/x")]
    public async Task An_address_that_others_could_listen_to_is_refused(string address)
    {
        using Machine machine = new(variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = address });

        Exception error = await machine.FailAsync();

        Assert.IsType<ConfigurationException>(error);
        Assert.Contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", error.Message, StringComparison.Ordinal);
        Assert.Empty(machine.Sent);
    }

    [Fact]
    public async Task Over_https_any_host_will_do()
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "https://10.0.0.1/x" },
            respond: static _ => Machine.Response(Document)
        );

        Assert.Equal("ASIACONTAINER", (await machine.GetAsync()).AccessKeyId);
        Assert.Equal("https://10.0.0.1/x", Assert.Single(machine.Sent).Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("@evil.example/x")]
    [InlineData(".evil.example/x")]
    public async Task A_relative_address_cannot_change_the_host(string path)
    {
        using Machine machine = new(variables: new() { ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = path });

        Assert.IsType<ConfigurationException>(await machine.FailAsync());
        Assert.Empty(machine.Sent);
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(403, 1)]
    [InlineData(302, 1)]
    [InlineData(503, 3)]
    public async Task Failures_of_the_endpoint_are_repeated_and_refusals_are_not(int status, int attempts)
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x" },
            respond: _ => Machine.Response("hush", status)
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Contains($"HTTP {status}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(attempts, machine.Sent.Count);
    }

    [Fact]
    public async Task What_are_no_credentials_is_asked_for_again_and_never_shown()
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x" },
            respond: static _ => Machine.Response("""{"AccessKeyId": "A", "SecretAccessKey": ["hush"]}""")
        );

        Exception error = await machine.FailAsync();

        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, machine.Sent.Count);
    }

    [Fact]
    public async Task A_response_of_more_than_64_KiB_is_not_read()
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x" },
            respond: static _ => Machine.Response(new string(' ', (64 * 1024) + 1))
        );

        Assert.Contains("64 KiB", (await machine.FailAsync()).Message, StringComparison.Ordinal);
        Assert.Single(machine.Sent);
    }

    [Theory]
    [InlineData("http://localhost:8080/x")]
    [InlineData("http://LOCALHOST/x")]
    [InlineData("http://127.0.0.1/x")]
    [InlineData("http://127.1.2.3/x")]
    [InlineData("http://[::1]/x")]
    [InlineData("http://169.254.170.2/x")]
    [InlineData("http://169.254.170.23/x")]
    [InlineData("http://[fd00:ec2::23]/x")]
    public async Task Without_encryption_only_this_machine_and_its_agents_are_asked(string address)
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = address },
            respond: static _ => Machine.Response(Document)
        );

        Assert.Equal("ASIACONTAINER", (await machine.GetAsync()).AccessKeyId);
        Assert.Equal(new Uri(address), Assert.Single(machine.Sent).Uri);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("token", "token")]
    [InlineData("Basic dG9rZW4=", "Basic dG9rZW4=")]
    public async Task The_token_of_the_variable_is_sent_as_it_is(string token, string? header)
    {
        using Machine machine = new(
            variables: new()
            {
                ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x",
                ["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = token,
            },
            respond: static _ => Machine.Response(Document)
        );

        await machine.GetAsync();

        Assert.Equal(header, Assert.Single(machine.Sent).Headers.GetValueOrDefault("Authorization"));
    }

    [Fact]
    public async Task A_response_of_64_KiB_is_read()
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x" },
            respond: static _ => Machine.Response(Document.PadRight(65_536))
        );

        Assert.Equal("ASIACONTAINER", (await machine.GetAsync()).AccessKeyId);
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(499, 1)]
    [InlineData(201, 1)]
    [InlineData(404, 1)]
    public async Task A_status_is_told_with_the_endpoint_and_its_variables(int status, int attempts)
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1:8080/x?token=hush" },
            respond: _ => Machine.Response(Document, status)
        );

        Exception error = await machine.FailAsync();

        Assert.Equal(
            $"The container endpoint http://127.0.0.1:8080 responded with HTTP {status}. Check"
                + " AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI, and the role of the task or pod.",
            error.Message
        );
        Assert.Equal(attempts, machine.Sent.Count);
    }

    [Fact]
    public async Task An_endpoint_out_of_reach_is_tried_three_times()
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x" },
            respond: static _ => throw new HttpRequestException("connection refused")
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.StartsWith("The container endpoint http://127.0.0.1 cannot be reached.", error.Message);
        Assert.Equal(3, machine.Sent.Count);
    }

    [Fact]
    public async Task A_body_that_breaks_off_counts_as_out_of_reach()
    {
        using Machine machine = new(
            variables: new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x" },
            respond: static _ => new HttpResponseMessage { Content = new BrokenContent() }
        );

        Exception error = await machine.FailAsync();

        Assert.StartsWith("The container endpoint http://127.0.0.1 cannot be reached.", error.Message);
        Assert.Equal(3, machine.Sent.Count);
    }

    [Fact]
    public async Task A_response_is_waited_for_seven_seconds_three_times()
    {
        HastyTime clock = new(Machine.Now);
        SilentHandler silent = new();
        AwsEnvironment environment = new(
            "/home/u",
            new Dictionary<string, string> { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1/x" }
        );
        Task<AwsCredentials> load = Task.Run(new ContainerLoader(environment, silent, clock).Load);

        for (int attempt = 1; attempt <= 3; attempt++)
        {
            await silent.BeginsAsync();
            clock.Advance(TimeSpan.FromSeconds(6.999));
            Assert.Equal(attempt, silent.Begun);
            Assert.False(load.IsCompleted);
            clock.Advance(TimeSpan.FromSeconds(0.001));
        }

        var error = await Assert.ThrowsAsync<CredentialsException>(() => load);
        Assert.StartsWith("The container endpoint http://127.0.0.1 did not respond in time.", error.Message);
    }

    private sealed class BrokenContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new IOException("The connection was reset.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
