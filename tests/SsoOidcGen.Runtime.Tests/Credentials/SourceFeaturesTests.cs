using System.Text.RegularExpressions;
using SsoOidcGen.Runtime.Tests.Client;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>What a user agent says of where credentials come from. The letters are those of the AWS SDKs.</summary>
public sealed class SourceFeaturesTests
{
    private const string Keys = "aws_access_key_id = AKID\naws_secret_access_key = s";
    private const string Role = "role_arn = arn:aws:iam::1:role/A";

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIDENV",
        ["AWS_SECRET_ACCESS_KEY"] = "s",
    };

    [Theory]
    [InlineData($"[default]\n{Keys}", "n")]
    [InlineData("[default]\ncredential_process = get", "v,w")]
    [InlineData("[default]\nrole_arn = arn:aws:iam::1:role/W\nweb_identity_token_file = /token", "q,k")]
    [InlineData($"[default]\n{Role}\nsource_profile = B\n[profile B]\n{Keys}", "n,o,i")]
    [InlineData(
        $"[default]\n{Role}\nsource_profile = B\n[profile B]\n{Role}\nsource_profile = C\n[profile C]\n{Keys}",
        "n,o,i"
    )]
    [InlineData(
        $"[default]\n{Role}\nsource_profile = W\n[profile W]\nrole_arn = arn:aws:iam::1:role/W\nweb_identity_token_file = /token",
        "q,k,n,o,i"
    )]
    public void A_profile_has_those_of_what_it_holds_and_refers_to(string config, string letters)
    {
        using Machine machine = new(config);

        Assert.Equal(letters, FeaturesOf(machine));
    }

    [Theory]
    [InlineData("g")]
    [InlineData("h,k", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN")]
    [InlineData("z", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")]
    public void Variables_have_those_of_what_they_name(string letters, params string[] variables)
    {
        using Machine machine = new(
            variables: variables.Length == 0 ? Variables : variables.ToDictionary(static name => name, static _ => "/x")
        );

        Assert.Equal(letters, FeaturesOf(machine));
    }

    [Fact]
    public void An_instance_has_its_own()
    {
        using Machine machine = new(variables: new() { ["AWS_EC2_METADATA_DISABLED"] = "false" });

        Assert.Equal("0", FeaturesOf(machine));
    }

    [Fact]
    public void A_named_source_comes_before_what_says_so()
    {
        using Machine machine = new($"[profile A]\n{Role}\ncredential_source = Environment", Variables);

        Assert.Equal("g,p,i", FeaturesOf(machine, "A"));
    }

    [Fact]
    public async Task STS_is_told_what_is_known_by_then()
    {
        using Machine machine = new(respond: static call =>
            Machine.Role(
                call.Body!.Contains("WebIdentity", StringComparison.Ordinal)
                    ? "AssumeRoleWithWebIdentity"
                    : "AssumeRole"
            )
        );
        string token = machine.Write("token", "jwt-1");
        machine.Write(
            ".aws/config",
            $"[default]\n{Role}\nsource_profile = W\n[profile W]\nrole_arn = arn:aws:iam::1:role/W\nweb_identity_token_file = {token}"
        );

        await machine.GetAsync();

        Assert.Equal(["E,q", "E,q,k,n,o"], machine.Sent.Select(FeaturesIn));
    }

    [Theory]
    [InlineData(true, "E,g")]
    [InlineData(false, "E")]
    public async Task Requests_that_are_signed_carry_them(bool isSigned, string features)
    {
        using TestHome home = new(variables: Variables);

        Assert.Equal(features, await SentAsync(new() { Environment = home.Environment }, isSigned));
    }

    [Fact]
    public async Task Credentials_given_in_code_have_a_letter_too() =>
        Assert.Equal("E,e", await SentAsync(new() { Credentials = new AwsCredentials("AKID", "s") }, isSigned: true));

    private static string FeaturesOf(Machine machine, string? profile = null) =>
        ((FoundCredentials)machine.Find(profile)).Features;

    private static async Task<string> SentAsync(ServiceClientOptions options, bool isSigned)
    {
        using ScriptedHandler handler = new(Answer(200));
        using ProbeClient client = new(new HttpClient(handler), options with { Region = "eu-west-1" });
        EchoOperation operation = new()
        {
            Name = "Echo",
            Method = HttpMethod.Post,
            Auth = isSigned ? AuthScheme.SigV4 : null,
            Credentials = CompilerServices.DefaultCredentialsChain.Instance,
        };
        await client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken);
        return FeaturesIn(handler.Sent[0]);
    }

    // What parses the header puts commas between its parts.
    private static string FeaturesIn(SentRequest request) =>
        Regex
            .Match(request.Headers["User-Agent"], "(?<=m/).+?(?=[ ,]cfg/)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Value;
}
