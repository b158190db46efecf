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
