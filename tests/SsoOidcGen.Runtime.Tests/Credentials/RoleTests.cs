namespace SsoOidcGen.Runtime.Tests;

/// <summary>Profiles with roles: what is asked of STS, with whose credentials, and what is an error before anything is sent.</summary>
public sealed class RoleTests
{
    private const string Keys = "aws_access_key_id = AKIDB\naws_secret_access_key = secret-b";
    private const string RoleA = "role_arn = arn:aws:iam::1:role/A";

    [Fact]
    public async Task A_role_is_assumed_with_the_keys_of_its_source()
    {
        using Machine machine = new(
            $"""
            [default]
            {RoleA}
            role_session_name = sess
            external_id = id1
            duration_seconds = 900
            source_profile = B
            [profile B]
            {Keys}
            """,
            respond: static _ => Machine.Role()
        );

        AwsCredentials credentials = await machine.GetAsync();

        var call = Assert.Single(machine.Sent);
        Assert.Equal("https://sts.us-west-2.amazonaws.com/", call.Uri.AbsoluteUri);
        Assert.Equal(
            "Action=AssumeRole&DurationSeconds=900&ExternalId=id1&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2FA&RoleSessionName=sess&Version=2011-06-15",
            string.Join('&', call.Body!.Split('&').Order(StringComparer.Ordinal))
        );
        Assert.Contains(
            "Credential=AKIDB/20260101/us-west-2/sts/",
            call.Headers["Authorization"],
            StringComparison.Ordinal
        );
        Assert.Equal(("ASIAROLE", "123456789012"), (credentials.AccessKeyId, credentials.AccountId));
    }

    [Fact]
    public async Task Roles_are_assumed_from_the_innermost_outwards()
    {
        int count = 0;
        using Machine machine = new(
            $"""
            [default]
            {RoleA}
            source_profile = B
            [profile B]
            role_arn = arn:aws:iam::1:role/B
            source_profile = C
            [profile C]
            {Keys}
            """,
            respond: _ => Machine.Role(key: $"ASIAROLE{++count}")
        );

        AwsCredentials credentials = await machine.GetAsync();

        Assert.Equal(["AKIDB", "ASIAROLE1"], machine.Sent.Select(static call => KeyOf(call)));
        Assert.Equal("ASIAROLE2", credentials.AccessKeyId);
    }

    [Fact]
    public async Task A_refresh_repeats_the_same_request()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nsource_profile = B\n[profile B]\n{Keys}",
            respond: static _ => Machine.Role()
        );
        IAwsCredentialsProvider provider = machine.Find();

        await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);
        machine.Clock.Advance(TimeSpan.FromMinutes(59.5));
        await Record.ExceptionAsync(() => provider.GetCredentialsAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(2, machine.Sent.Count);
        Assert.Equal(machine.Sent[0].Body, machine.Sent[1].Body);
    }

    [Fact]
    public async Task A_profile_that_is_its_own_source_uses_its_keys()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nsource_profile = default\n{Keys}",
            respond: static _ => Machine.Role()
        );

        await machine.GetAsync();

        Assert.Equal("AKIDB", KeyOf(Assert.Single(machine.Sent)));
    }

    [Fact]
    public async Task Variables_are_a_source_also_of_a_profile_that_is_named_in_code()
    {
        using Machine machine = new(
            $"[profile A]\n{RoleA}\ncredential_source = environment",
            new() { ["AWS_ACCESS_KEY_ID"] = "AKIDENV", ["AWS_SECRET_ACCESS_KEY"] = "s" },
            static _ => Machine.Role()
        );

        await machine.GetAsync("A");

        Assert.Equal("AKIDENV", KeyOf(Assert.Single(machine.Sent)));
    }

    [Fact]
    public async Task Web_identity_is_a_source_too()
    {
        using Machine machine = new(respond: static call =>
            Machine.Role(
                call.Body!.Contains("WebIdentity", StringComparison.Ordinal)
                    ? "AssumeRoleWithWebIdentity"
                    : "AssumeRole",
                call.Body.Contains("WebIdentity", StringComparison.Ordinal) ? "ASIAWEB" : "ASIAROLE"
            )
        );
        string token = machine.Write("token", "jwt-1\n");
        string config = $"""
            [default]
            {RoleA}
            source_profile = W
            [profile W]
            role_arn = arn:aws:iam::1:role/W
            web_identity_token_file = {token}
            role_session_name = sn
            """;
        machine.Write(".aws/config", config);

        await machine.GetAsync();

        Assert.Equal(2, machine.Sent.Count);
        Assert.Contains("WebIdentityToken=jwt-1&", machine.Sent[0].Body + "&", StringComparison.Ordinal);
        Assert.False(machine.Sent[0].Headers.ContainsKey("Authorization"));
        Assert.Equal("ASIAWEB", KeyOf(machine.Sent[1]));
    }

    [Fact]
    public async Task The_code_of_an_MFA_device_is_asked_for()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nsource_profile = B\nmfa_serial = arn:aws:iam::1:mfa/me\n[profile B]\n{Keys}",
            respond: static _ => Machine.Role()
        )
        {
            MfaCode = static (device, _) => new(device == "arn:aws:iam::1:mfa/me" ? "123456" : ""),
        };

        await machine.GetAsync();

        string body = Assert.Single(machine.Sent).Body!;
        Assert.Contains("SerialNumber=arn%3Aaws%3Aiam%3A%3A1%3Amfa%2Fme", body, StringComparison.Ordinal);
        Assert.Contains("TokenCode=123456", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_MFA_device_that_nobody_can_be_asked_about_is_an_error()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nsource_profile = B\nmfa_serial = arn:aws:iam::1:mfa/me\n[profile B]\n{Keys}"
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Contains("MfaCode", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source_profile = B\ncredential_source = Environment", "beside 'credential_source'")]
    [InlineData("", "whose credentials")]
    [InlineData("source_profile = Z", "'Z', which does not exist")]
    [InlineData("source_profile = empty", "has no credentials")]
    [InlineData("source_profile = half", "no companion 'aws_secret_access_key'")]
    [InlineData("source_profile = circle", "circle of profiles: default → circle → default")]
    [InlineData("source_profile = default", "circle of profiles: default → default")]
    [InlineData("credential_source = Foo", "must be Environment, Ec2InstanceMetadata or EcsContainer")]
    [InlineData("credential_source = Environment", "AWS_ACCESS_KEY_ID is not set")]
    [InlineData("credential_source = EcsContainer", "AWS_CONTAINER_CREDENTIALS_FULL_URI is set")]
    [InlineData("credential_source = Ec2InstanceMetadata", "AWS_EC2_METADATA_DISABLED is true")]
    [InlineData("source_profile = B\nduration_seconds = long", "a number of seconds")]
    [InlineData("source_profile = half-web", "no companion 'role_arn'")]
    public async Task What_is_wrong_is_said_before_anything_is_sent(string lines, string problem)
    {
        using Machine machine = new(
            $"""
            [default]
            {RoleA}
            {lines}
            [profile B]
            {Keys}
            [profile empty]
            region = us-east-1
            [profile half]
            aws_access_key_id = AKID
            [profile circle]
            role_arn = arn:aws:iam::1:role/C
            source_profile = default
            [profile half-web]
            web_identity_token_file = /token
            """
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<ConfigurationException>(error);
        Assert.Contains("config:", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Empty(machine.Sent);
    }

    [Fact]
    public async Task What_STS_says_passes_through_without_secrets()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nsource_profile = B\n[profile B]\n{Keys}",
            respond: static _ =>
                Machine.Response(
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>AKIDB may not assume A</Message></Error></ErrorResponse>",
                    403
                )
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Contains("AKIDB may not assume A", error.Message, StringComparison.Ordinal);
        Assert.Contains("config:2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-b", error.ToString(), StringComparison.Ordinal);
        Assert.Single(machine.Sent);
    }

    [Fact]
    public async Task A_provider_of_tokens_that_is_out_of_reach_is_tried_again()
    {
        int count = 0;
        using Machine machine = new(
            variables: new() { ["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/W" },
            respond: _ =>
                ++count == 1
                    ? Machine.Response(
                        "<ErrorResponse><Error><Code>IDPCommunicationError</Code><Message>later</Message></Error></ErrorResponse>",
                        400
                    )
                    : Machine.Role("AssumeRoleWithWebIdentity")
        );
        string token = machine.Write("token", "jwt-1");
        machine.Write(".aws/config", $"[default]\nrole_arn = arn:aws:iam::1:role/W\nweb_identity_token_file = {token}");

        await machine.GetAsync();

        Assert.Equal(2, machine.Sent.Count);
    }

    [Fact]
    public async Task Without_names_the_session_is_named_by_the_time_and_the_region_is_the_first()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nsource_profile = B\n[profile B]\n{Keys}\nregion = eu-west-1",
            new() { ["AWS_REGION"] = "" },
            static _ => Machine.Role()
        );

        AwsCredentials credentials = await machine.GetAsync();

        var call = Assert.Single(machine.Sent);
        Assert.Equal("https://sts.us-east-1.amazonaws.com/", call.Uri.AbsoluteUri);
        Assert.Equal(
            "Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2FA&RoleSessionName=ssooidcgen-1767268800000&Version=2011-06-15",
            string.Join('&', call.Body!.Split('&').Order(StringComparer.Ordinal))
        );
        Assert.Equal(
            ("role-secret", "role-token", new DateTimeOffset(2026, 1, 1, 13, 0, 0, TimeSpan.Zero)),
            (credentials.SecretAccessKey, credentials.SessionToken, credentials.Expiration)
        );
    }

    [Theory]
    [InlineData("us-west-2", "sts.us-west-2.amazonaws.com")]
    [InlineData("", "sts.eu-west-1.amazonaws.com")]
    public async Task STS_is_that_of_the_clients_region_or_else_of_the_profiles(string region, string host)
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nregion = eu-west-1\nsource_profile = B\n[profile B]\n{Keys}",
            new() { ["AWS_REGION"] = region },
            static _ => Machine.Role()
        );

        await machine.GetAsync();

        Assert.Equal(host, Assert.Single(machine.Sent).Uri.Host);
    }

    [Fact]
    public async Task A_container_is_a_source_too()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\ncredential_source = ecscontainer",
            new() { ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/v2/c" },
            static call =>
                call.Method == "GET"
                    ? Machine.Response("""{"AccessKeyId": "ASIACONTAINER", "SecretAccessKey": "s"}""")
                    : Machine.Role()
        );

        await machine.GetAsync();

        Assert.Equal("http://169.254.170.2/v2/c", machine.Sent[0].Uri.AbsoluteUri);
        Assert.Equal("ASIACONTAINER", KeyOf(machine.Sent[1]));
    }

    [Fact]
    public async Task An_instance_that_is_not_there_is_no_source()
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\ncredential_source = Ec2InstanceMetadata",
            new() { ["AWS_EC2_METADATA_DISABLED"] = "false" },
            static _ => throw new HttpRequestException("no route to host")
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.EndsWith(
            "config:2, section [default], key 'role_arn' takes credentials from instance metadata, but there is no connection to"
                + " http://169.254.169.254/. Provide them there, or name another source.",
            error.Message
        );
    }

    [Theory]
    [InlineData("<AssumeRoleResponse><AssumeRoleResult/></AssumeRoleResponse>")]
    [InlineData(
        "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>A</AccessKeyId><SecretAccessKey></SecretAccessKey>"
            + "<SessionToken>t</SessionToken><Expiration>2026-01-01T13:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
    )]
    public async Task A_response_without_credentials_is_an_error(string response)
    {
        using Machine machine = new(
            $"[default]\n{RoleA}\nsource_profile = B\n[profile B]\n{Keys}",
            respond: _ => Machine.Response(response)
        );

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Equal("STS responded without credentials for role arn:aws:iam::1:role/A. Try again.", error.Message);
    }

    [Fact]
    public async Task Keys_without_a_value_are_no_keys()
    {
        using Machine machine = new(
            $"""
            [default]
            role_arn =
            source_profile =
            credential_source =
            web_identity_token_file =
            sso_session =
            sso_account_id =
            login_session =
            credential_process =
            {Keys}
            """
        );

        Assert.Equal("AKIDB", (await machine.GetAsync()).AccessKeyId);
    }

    [Theory]
    [InlineData("sso_account_id")]
    [InlineData("sso_role_name")]
    [InlineData("sso_session")]
    [InlineData("login_session")]
    public async Task A_user_who_has_signed_in_is_known_to_another_package(string key)
    {
        using Machine machine = new($"[default]\n{key} = x\n{Keys}");

        Exception error = await machine.FailAsync();

        Assert.IsType<ConfigurationException>(error);
        Assert.EndsWith(
            $"config:2, section [default], key '{key}' needs a user who has signed in, which this program cannot use: reference the"
                + " package SsoOidc in the project of the client, or get credentials from 'ssooidc credentials' with"
                + " 'credential_process'.",
            error.Message
        );
    }

    [Fact]
    public async Task A_token_file_comes_before_a_command_and_a_command_before_keys()
    {
        using Machine web = new($"[default]\n{RoleA}\nweb_identity_token_file = /nowhere\ncredential_process = get");
        using Machine process = new($"[default]\ncredential_process = /nowhere/get\n{Keys}");

        Assert.StartsWith("The token file /nowhere, ", (await web.FailAsync()).Message);
        Assert.Contains(": the command cannot be started: ", (await process.FailAsync()).Message);
    }

    private static string KeyOf(Client.SentRequest call) =>
        call.Headers["Authorization"].Split("Credential=")[1].Split('/')[0];
}
