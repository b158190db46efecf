using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Signing;

/// <summary>What the endpoint says about signing.</summary>
public sealed class SigV4AuthSchemeTests
{
    private static readonly AwsCredentials Credentials = new("AKIDEXAMPLE", "secret");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_path_is_encoded_twice_unless_the_endpoint_says_otherwise(bool isDisabled)
    {
        EndpointAuthScheme scheme = new("sigv4") { DisableDoubleEncoding = isDisabled };

        string sent = await SignatureAsync(scheme);

        Assert.Equal(Expected(new SigningScope("eu-central-1", "probe", isDisabled)), sent);
        Assert.NotEqual(Expected(new SigningScope("eu-central-1", "probe", !isDisabled)), sent);
    }

    [Fact]
    public async Task The_endpoint_s_region_and_name_are_signed()
    {
        EndpointAuthScheme scheme = new("sigv4") { SigningRegion = "us-gov-west-1", SigningName = "other" };

        string sent = await SignatureAsync(scheme);

        Assert.Contains("Credential=AKIDEXAMPLE/20260131/us-gov-west-1/other/aws4_request", sent);
    }

    private string Expected(SigningScope scope)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, "https://probe.example/a%20b/echo")
        {
            Content = new StringContent("""{"text":"x"}"""),
        };
        message.Content.Headers.ContentType = new("application/json");
        new SigV4Signer().Sign(message, PayloadHash.Of("""{"text":"x"}"""u8), Credentials, scope, _time.GetUtcNow());
        return message.Headers.GetValues("Authorization").Single();
    }

    private async Task<string> SignatureAsync(EndpointAuthScheme scheme)
    {
        ServiceDescription service = new()
        {
            ServiceId = "Probe",
            ApiVersion = "2026-01-01",
            SigningName = "probe",
            ResolveEndpoint = _ => new Endpoint("https://probe.example/a%20b") { AuthSchemes = [scheme] },
            Errors = ErrorFormat.Json,
            CreateException = static (in ErrorResponse _) => null,
        };
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Credentials = Credentials,
            Environment = new AwsEnvironment(Path.GetTempPath()),
            TimeProvider = _time,
        };
        ScriptedHandler handler = new(ScriptedHandler.Answer(200));
        await new ProbeClient(new HttpClient(handler), options, service).InvokeAsync(ProbeClient.SignedEcho, "x");
        return handler.Sent[0].Headers["Authorization"];
    }
}
