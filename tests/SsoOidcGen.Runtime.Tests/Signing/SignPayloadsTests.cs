using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Signing;

/// <summary>The setting <c>payload_signing_enabled</c>, which counts for S3 alone.</summary>
public sealed class SignPayloadsTests
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";
    private const string HashOfThreeBytes = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

    [Theory]
    [InlineData("", "https", HashOfThreeBytes)]
    [InlineData("payload_signing_enabled = true", "https", HashOfThreeBytes)]
    [InlineData("payload_signing_enabled = false", "https", Unsigned)]
    [InlineData("payload_signing_enabled = false", "http", Unsigned)]
    public async Task The_profile_decides(string setting, string scheme, string expected)
    {
        using TestHome home = new($"[default]\ns3 =\n  {setting}");

        Assert.Equal(expected, await SendAsync(home, scheme, option: null));
    }

    [Fact]
    public async Task The_option_goes_before_the_profile()
    {
        using TestHome home = new("[default]\ns3 =\n  payload_signing_enabled = false");

        Assert.Equal(HashOfThreeBytes, await SendAsync(home, "https", option: true));
    }

    /// <returns>What the signature says about the body.</returns>
    private static async Task<string> SendAsync(TestHome home, string scheme, bool? option)
    {
        ScriptedHandler handler = new(ScriptedHandler.Answer(200));
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            Environment = home.Environment,
            SignPayloads = option,
        };
        ServiceDescription service = new()
        {
            ServiceId = "Probe",
            ApiVersion = "2026-01-01",
            SigningName = "probe",
            SignsLikeS3 = true,
            ResolveEndpoint = _ => new Endpoint($"{scheme}://probe.example"),
            Errors = ErrorFormat.Json,
            CreateException = static (in ErrorResponse _) => null,
        };
        await new ProbeClient(new HttpClient(handler), options, service).InvokeAsync(
            ProbeClient.SignedCopy,
            new MemoryStream([1, 2, 3]),
            TestContext.Current.CancellationToken
        );
        return handler.Sent[0].Headers["X-Amz-Content-Sha256"];
    }
}
