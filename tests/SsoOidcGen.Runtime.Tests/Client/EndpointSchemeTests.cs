using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>What an endpoint says about signatures and headers is what is sent.</summary>
public sealed class EndpointSchemeTests
{
    private readonly ScriptedHandler _handler = new(Answer(200));

    [Fact]
    public async Task The_first_scheme_that_the_endpoint_accepts_is_used()
    {
        IReadOnlyDictionary<string, string> headers = await CallAsync(
            AuthScheme.ByEndpoint(AuthScheme.SigV4, AuthScheme.SigV4a),
            new("other"),
            new("sigv4a") { SigningRegionSet = ["eu-*", "us-east-1"], SigningName = "named" },
            new("sigv4")
        );

        Assert.StartsWith(
            "AWS4-ECDSA-P256-SHA256 Credential=AKID/20240102/named/aws4_request, "
                + "SignedHeaders=content-type;host;x-amz-date;x-amz-region-set, Signature=",
            headers["Authorization"]
        );
        Assert.Equal("eu-*,us-east-1", headers["X-Amz-Region-Set"]);
    }

    [Fact]
    public async Task Without_a_set_the_client_s_region_is_the_only_one()
    {
        IReadOnlyDictionary<string, string> headers = await CallAsync(
            AuthScheme.SigV4a,
            new EndpointAuthScheme("sigv4a")
        );

        Assert.Equal("eu-central-1", headers["X-Amz-Region-Set"]);
    }

    [Fact]
    public async Task Where_the_endpoint_says_nothing_the_first_of_the_operation_is_used() =>
        Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=AKID/20240102/eu-central-1/probe/aws4_request, ",
            (await CallAsync(AuthScheme.ByEndpoint(AuthScheme.SigV4, AuthScheme.SigV4a)))["Authorization"]
        );

    [Fact]
    public async Task Region_and_name_of_the_endpoint_go_before_those_of_the_client() =>
        Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=AKID/20240102/us-west-2/named/aws4_request, ",
            (
                await CallAsync(
                    AuthScheme.SigV4,
                    new EndpointAuthScheme("sigv4") { SigningRegion = "us-west-2", SigningName = "named" }
                )
            )["Authorization"]
        );

    [Fact]
    public async Task Headers_of_the_endpoint_are_sent_and_signed()
    {
        IReadOnlyDictionary<string, string> headers = await CallAsync(AuthScheme.SigV4);

        Assert.Equal("1,2", headers["X-Of-Endpoint"]);
        Assert.Contains("SignedHeaders=content-type;host;x-amz-date;x-of-endpoint,", headers["Authorization"]);
    }

    private async Task<IReadOnlyDictionary<string, string>> CallAsync(
        AuthScheme auth,
        params EndpointAuthScheme[] schemes
    )
    {
        using ProbeClient client = new(
            new HttpClient(_handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Credentials = new AwsCredentials("AKID", "secret"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
                TimeProvider = new FakeTimeProvider(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            },
            new ServiceDescription
            {
                ServiceId = "Probe",
                ApiVersion = "2026-01-01",
                SigningName = "probe",
                ResolveEndpoint = _ =>
                    schemes.Length > 0
                        ? new Endpoint("https://probe.example") { AuthSchemes = schemes }
                        : new Endpoint("https://probe.example")
                        {
                            Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-Of-Endpoint"] = ["1", "2"] },
                        },
                Errors = ErrorFormat.Json,
                CreateException = static (in ErrorResponse _) => null,
            }
        );
        await client.InvokeAsync(
            new EchoOperation
            {
                Name = "Call",
                Method = HttpMethod.Post,
                Auth = auth,
            },
            "x",
            TestContext.Current.CancellationToken
        );
        return _handler.Sent[0].Headers;
    }
}
