using System.Net;
using Amazon.SSOOIDC;
using BenchmarkDotNet.Attributes;
using SsoOidc;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>RegisterClient with as many scopes as make a request of about 40 KB.</summary>
public class LargeRequestBenchmarks
{
    private static readonly Contenders Contenders = new(HttpStatusCode.OK, ResponseBodies.Registration);

    private static readonly List<string> Scopes =
    [
        .. Enumerable.Range(0, 1000).Select(static n => $"sso:account:access:{n:D12}"),
    ];

    private static readonly RegisterClientRequest Request = new()
    {
        ClientName = "benchmark",
        ClientType = "public",
        Scopes = Scopes,
    };

    private static readonly Amazon.SSOOIDC.Model.RegisterClientRequest AwsRequest = new()
    {
        ClientName = Request.ClientName,
        ClientType = Request.ClientType,
        Scopes = Scopes,
    };

    private readonly SsoOidcClient _ours = Contenders.Ours();
    private readonly FloorClient _floor = Contenders.Floor();
    private readonly AmazonSSOOIDCClient _awsSdk = Contenders.AwsSdk();

    [GlobalSetup]
    public async Task CheckAsync() => Same.Check(await Floor(), await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public Task<string?> Floor() => _floor.RegisterClientAsync("benchmark", Scopes);

    [Benchmark]
    public async Task<string?> Ours() => (await _ours.RegisterClientAsync(Request)).ClientId;

    [Benchmark]
    public async Task<string?> AwsSdk() => (await _awsSdk.RegisterClientAsync(AwsRequest)).ClientId;
}
