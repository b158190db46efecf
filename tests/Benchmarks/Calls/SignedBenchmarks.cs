using System.Net;
using Amazon.SSOOIDC;
using BenchmarkDotNet.Attributes;
using SsoOidc;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>CreateTokenWithIAM: a signed call.</summary>
public class SignedBenchmarks
{
    private static readonly Contenders Contenders = new(HttpStatusCode.OK, ResponseBodies.Token);

    private static readonly CreateTokenWithIAMRequest Request = new()
    {
        ClientId = Contenders.ClientId,
        GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer",
        Assertion = "header.payload.signature",
    };

    private static readonly Amazon.SSOOIDC.Model.CreateTokenWithIAMRequest AwsRequest = new()
    {
        ClientId = Request.ClientId,
        GrantType = Request.GrantType,
        Assertion = Request.Assertion,
    };

    private readonly SsoOidcClient _ours = Contenders.Ours();
    private readonly AmazonSSOOIDCClient _awsSdk = Contenders.AwsSdk();

    [GlobalSetup]
    public async Task CheckAsync() => Same.Check(await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public async Task<string?> Ours() => (await _ours.CreateTokenWithIAMAsync(Request)).AccessToken;

    [Benchmark]
    public async Task<string?> AwsSdk() => (await _awsSdk.CreateTokenWithIAMAsync(AwsRequest)).AccessToken;
}
