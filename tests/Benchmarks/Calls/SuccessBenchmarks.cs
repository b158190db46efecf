using System.Net;
using Amazon.SSOOIDC;
using BenchmarkDotNet.Attributes;
using SsoOidc;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>CreateToken with a response of 0.7 KB.</summary>
public class SuccessBenchmarks
{
    private static readonly Contenders Contenders = new(HttpStatusCode.OK, ResponseBodies.Token);

    private readonly SsoOidcClient _ours = Contenders.Ours();
    private readonly FloorClient _floor = Contenders.Floor();
    private readonly StjClient _stj = Contenders.Stj();
    private readonly IRefitClient _refit = Contenders.RefitClient();
    private readonly AmazonSSOOIDCClient _awsSdk = Contenders.AwsSdk();

    /// <summary>All contenders have to return the same token.</summary>
    [GlobalSetup]
    public async Task CheckAsync() =>
        Same.Check(
            await Floor(),
            await Ours(),
            await OursWithoutThrowing(),
            await SystemTextJson(),
            await Refit(),
            await AwsSdk()
        );

    [Benchmark(Baseline = true)]
    public async Task<string?> Floor() => (await _floor.CreateTokenAsync(Contenders.FloorRequest())).AccessToken;

    [Benchmark]
    public async Task<string?> Ours() => (await _ours.CreateTokenAsync(Contenders.Request())).AccessToken;

    [Benchmark]
    public async Task<string?> OursWithoutThrowing() =>
        (await _ours.TryInvokeAsync(SsoOidcClient.Operations.CreateToken, Contenders.Request())).Output?.AccessToken;

    [Benchmark]
    public async Task<string?> SystemTextJson() => (await _stj.CreateTokenAsync(Contenders.StjRequest())).AccessToken;

    [Benchmark]
    public async Task<string?> Refit() => (await _refit.CreateTokenAsync(Contenders.StjRequest())).AccessToken;

    [Benchmark]
    public async Task<string?> AwsSdk() => (await _awsSdk.CreateTokenAsync(Contenders.AwsRequest())).AccessToken;
}
