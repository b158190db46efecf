using SsoOidcGen.Testing;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>The metadata of instances: the token, the path, the role, and what a failure means.</summary>
public sealed class InstanceTests
{
    private const string Extended = "/latest/meta-data/iam/security-credentials-extended/";

    private const string Legacy = "/latest/meta-data/iam/security-credentials/";

    private static readonly Dictionary<string, string> On = new() { ["AWS_EC2_METADATA_DISABLED"] = "false" };

    [Fact]
    public async Task A_token_a_role_and_its_credentials_are_asked_for()
    {
        using Machine machine = new(variables: On, respond: Respond);

        AwsCredentials credentials = await machine.GetAsync();

        Assert.Equal(
            ["PUT /latest/api/token", $"GET {Extended}", $"GET {Extended}my-role"],
            machine.Sent.Select(static call => $"{call.Method} {call.Uri.AbsolutePath}")
        );
        Assert.Equal("21600", machine.Sent[0].Headers["x-aws-ec2-metadata-token-ttl-seconds"]);
        Assert.All(machine.Sent.Skip(1), static call => Assert.Equal("tok", call.Headers["x-aws-ec2-metadata-token"]));
        Assert.Equal("ASIAINSTANCE", credentials.AccessKeyId);
    }

    [Fact]
    public async Task Every_step_is_repeated_where_the_metadata_fails()
    {
        HashSet<string> failed = [];
        using Machine machine = new(
            variables: On,
            respond: call => failed.Add(call.Uri.AbsolutePath) ? Machine.Response("", 503) : Respond(call)
        );

        await machine.GetAsync();

        Assert.Equal(6, machine.Sent.Count);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced()
    {
        int refused = 0;
        using Machine machine = new(
            variables: On,
            respond: call => call.Method == "GET" && refused++ == 0 ? Machine.Response("", 401) : Respond(call)
        );

        await machine.GetAsync();

        Assert.Equal(2, machine.Sent.Count(static call => call.Method == "PUT"));
    }

    [Theory]
    [InlineData(403, "switched off")]
    [InlineData(404, "no version 2")]
    [InlineData(400, "HTTP 400")]
    public async Task Without_a_token_nothing_else_is_tried(int status, string problem)
    {
        using Machine machine = new(variables: On, respond: _ => Machine.Response("", status));

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Single(machine.Sent);
    }

    [Fact]
    public async Task Where_there_is_no_connection_there_is_no_instance()
    {
        using Machine machine = new(
            variables: On,
            respond: static _ => throw new HttpRequestException("no route to host")
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<MissingCredentialsException>(error);
        Assert.Contains("(5) instance metadata: there is no connection", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_without_trust_is_named_by_its_code()
    {
        using Machine machine = new(
            variables: On,
            respond: static call =>
                call.Uri.AbsolutePath.EndsWith("my-role", StringComparison.Ordinal)
                    ? Machine.Response("""{"Code": "AssumeRoleUnauthorizedAccess", "Message": "hush"}""")
                    : Respond(call)
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Contains("AssumeRoleUnauthorizedAccess", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_credentials_stay_in_use_when_the_metadata_dies()
    {
        bool isDead = false;
        using Machine machine = new(
            variables: On,
            respond: call => isDead ? throw new HttpRequestException("gone") : Respond(call)
        );
        IAwsCredentialsProvider provider = machine.Find();
        await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);

        isDead = true;
        machine.Clock.Advance(TimeSpan.FromHours(8));
        AwsCredentials late = await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("ASIAINSTANCE", late.AccessKeyId);
        Assert.InRange(
            late.Expiration!.Value - machine.Clock.GetUtcNow(),
            TimeSpan.FromMinutes(10),
            TimeSpan.FromMinutes(15)
        );
    }

    [Fact]
    public async Task Where_the_extended_path_is_not_known_the_older_one_is_asked_from_then_on()
    {
        using Machine machine = new(
            variables: On,
            respond: static call =>
                call.Uri.AbsolutePath.StartsWith(Legacy, StringComparison.Ordinal)
                    ? Respond(call with { Uri = new Uri(call.Uri, Extended + call.Uri.AbsolutePath[Legacy.Length..]) })
                : call.Uri.AbsolutePath.StartsWith(Extended, StringComparison.Ordinal) ? Machine.Response("", 404)
                : Respond(call)
        );

        await machine.GetAsync();

        Assert.Equal(
            ["/latest/api/token", Extended, Legacy, $"{Legacy}my-role"],
            machine.Sent.Select(static call => call.Uri.AbsolutePath)
        );
    }

    [Theory]
    [InlineData(403, "forbids access: it is switched off for this instance")]
    [InlineData(404, "has no version 2, the only one that is used")]
    [InlineData(405, "has no version 2, the only one that is used")]
    [InlineData(406, "responded with HTTP 406")]
    public async Task A_refusal_is_told_with_what_to_check(int status, string problem)
    {
        using Machine machine = new(variables: On, respond: _ => Machine.Response("", status));

        Exception error = await machine.FailAsync();

        Assert.Equal(
            $"The instance metadata at http://169.254.169.254/ {problem}. Check the metadata options of the instance and its role,"
                + " or set AWS_EC2_METADATA_DISABLED to true where there is no instance.",
            error.Message
        );
        Assert.Single(machine.Sent);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_metadata_service_that_fails_is_tried_four_times(int status)
    {
        using Machine machine = new(variables: On, respond: _ => Machine.Response("", status));

        Exception error = await machine.FailAsync();

        Assert.Contains($"responded with HTTP {status}.", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, machine.Sent.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("to ken")]
    [InlineData("tok\n")]
    public async Task A_token_that_no_header_can_hold_is_asked_for_again(string token)
    {
        using Machine machine = new(variables: On, respond: _ => Machine.Response(token));

        Exception error = await machine.FailAsync();

        Assert.Contains("gave a token that no header can hold.", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, machine.Sent.Count);
    }

    [Theory]
    [InlineData(null, 21_480)]
    [InlineData("600", 480)]
    [InlineData("soon", 21_480)]
    public void A_token_is_used_until_two_minutes_before_its_end(string? lifetime, int seconds)
    {
        List<string> sent = [];
        HastyTime clock = new(Machine.Now);
        using Client.ScriptedHandler handler = new(call =>
        {
            sent.Add(call.Method.Method);
            HttpResponseMessage response = Machine.Response("tok");
            if (lifetime is not null)
            {
                response.Headers.Add("x-aws-ec2-metadata-token-ttl-seconds", lifetime);
            }

            return response;
        });
        InstanceMetadata metadata = new(
            new InstanceSource(new Uri("http://[::1]/base/"), TimeSpan.FromSeconds(1), 1, InstanceProfile: null),
            handler,
            clock
        );

        metadata.Find("/item", static _ => "found");
        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        metadata.Find("/item", static _ => "found");
        clock.Advance(TimeSpan.FromSeconds(1));
        metadata.Find("/item", static _ => "found");

        Assert.Equal(["PUT", "GET", "GET", "PUT", "GET"], sent);
        Assert.Equal("http://[::1]/base/latest/item", handler.Sent[^1].Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_service_that_is_there_and_says_nothing_is_given_up_after_a_second()
    {
        HastyTime clock = new(Machine.Now);
        SilentHandler silent = new();
        InstanceMetadata metadata = new(
            new InstanceSource(new Uri("http://169.254.169.254"), TimeSpan.FromSeconds(1), 4, InstanceProfile: null),
            silent,
            clock
        );
        Task<string?> found = Task.Run(() => metadata.Find("/item", static _ => "found"));

        await silent.BeginsAsync();
        clock.Advance(TimeSpan.FromSeconds(0.999));
        Assert.False(found.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.001));

        var error = await Assert.ThrowsAsync<CredentialsException>(() => found);
        Assert.StartsWith(
            "The instance metadata at http://169.254.169.254/ did not respond within 1 s. In a container, the hop limit",
            error.Message
        );
        Assert.Equal(1, silent.Begun);
    }

    [Fact]
    public async Task A_connection_that_is_not_opened_in_time_means_that_there_is_no_instance()
    {
        using Machine machine = new(variables: On, respond: static _ => throw new OperationCanceledException());

        Exception error = await machine.FailAsync();

        Assert.IsType<MissingCredentialsException>(error);
        Assert.Contains(
            "(5) instance metadata: there is no connection to http://169.254.169.254/.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_response_of_more_than_64_KiB_is_not_read()
    {
        using Machine machine = new(
            variables: On,
            respond: static call =>
                call.Uri.AbsolutePath == Extended ? Machine.Response(new string('a', 65_537)) : Respond(call)
        );

        Assert.Contains("responded with more than 64 KiB.", (await machine.FailAsync()).Message);
        Assert.Equal(2, machine.Sent.Count);
    }

    [Fact]
    public async Task A_role_that_is_configured_is_not_asked_for()
    {
        using Machine machine = new(
            variables: new(On) { ["AWS_EC2_INSTANCE_PROFILE_NAME"] = " my-role " },
            respond: Respond
        );

        await machine.GetAsync();

        Assert.Equal(
            ["/latest/api/token", $"{Extended}my-role"],
            machine.Sent.Select(static call => call.Uri.AbsolutePath)
        );
    }

    [Fact]
    public async Task A_role_that_is_configured_and_not_there_is_named()
    {
        using Machine machine = new(
            variables: new(On) { ["AWS_EC2_INSTANCE_PROFILE_NAME"] = "ghost/1" },
            respond: Respond
        );

        Exception error = await machine.FailAsync();

        Assert.Contains(" has no role 'ghost/1', which is configured.", error.Message, StringComparison.Ordinal);
        Assert.Equal($"{Extended}ghost%2F1", machine.Sent[1].Uri.AbsolutePath);
    }

    [Fact]
    public async Task An_instance_without_a_role_has_no_credentials()
    {
        using Machine machine = new(
            variables: On,
            respond: static call => call.Method == "PUT" ? Respond(call) : Machine.Response("", 404)
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<MissingCredentialsException>(error);
        Assert.Contains("(5) instance metadata: the instance has no role.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nmy-role")]
    public async Task A_list_of_roles_that_begins_with_none_is_asked_for_again(string list)
    {
        using Machine machine = new(
            variables: On,
            respond: call => call.Uri.AbsolutePath == Extended ? Machine.Response(list) : Respond(call)
        );

        Exception error = await machine.FailAsync();

        Assert.Contains(" with what is not expected.", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, machine.Sent.Count);
    }

    [Fact]
    public async Task Another_role_takes_the_place_of_one_that_was_taken_away()
    {
        string role = "my-role";
        using Machine machine = new(
            variables: On,
            respond: call =>
                call.Uri.AbsolutePath == Extended ? Machine.Response($"{role}\nunused\n")
                : call.Uri.AbsolutePath == Extended + role ? Respond(call with { Uri = new(call.Uri, "my-role") })
                : call.Method == "PUT" ? Respond(call)
                : Machine.Response("", 404)
        );
        IAwsCredentialsProvider provider = machine.Find();
        await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);
        role = "next";
        machine.Clock.Advance(TimeSpan.FromHours(5.99));
        machine.Sent.Clear();

        await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [$"{Extended}my-role", Extended, $"{Extended}next"],
            machine.Sent.Select(static call => call.Uri.AbsolutePath).Where(static path => path.Contains("iam"))
        );
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task A_code_is_shown_where_it_can_be_no_secret(int length, bool isShown)
    {
        string code = new('c', length);
        using Machine machine = Coded(code);

        string message = (await machine.FailAsync()).Message;

        Assert.Contains(
            isShown ? $" gives no credentials: {code}." : " gives no credentials: its code is unknown.",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("No role!")]
    [InlineData("näh")]
    public async Task A_code_that_is_no_word_is_not_shown(string code)
    {
        using Machine machine = Coded(code);

        string message = (await machine.FailAsync()).Message;

        Assert.Contains(" gives no credentials: its code is unknown.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_its_role_is_an_error()
    {
        using Machine machine = new(
            variables: On,
            respond: static call =>
                call.Uri.AbsolutePath == Extended + "my-role" ? Machine.Response("", 404) : Respond(call)
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Contains(
            " names the role 'my-role' but has no credentials for it.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Legacy, machine.Sent.Select(static call => call.Uri.AbsolutePath));
    }

    private static Machine Coded(string code) =>
        new(
            variables: On,
            respond: call =>
                call.Uri.AbsolutePath == Extended + "my-role"
                    ? Machine.Response($$"""{"Code": "{{code}}"}""")
                    : Respond(call)
        );

    private static HttpResponseMessage Respond(Client.SentRequest call) =>
        call.Uri.AbsolutePath switch
        {
            "/latest/api/token" => Machine.Response("tok"),
            Extended => Machine.Response("my-role\n"),
            Extended + "my-role" => Machine.Response(
                """{"Code": "Success", "AccessKeyId": "ASIAINSTANCE", "SecretAccessKey": "s", "Token": "t", "Expiration": "2026-01-01T18:00:00Z"}"""
            ),
            _ => Machine.Response("", 404),
        };
}
