using System.Net;
using Amazon.SSOOIDC;
using BenchmarkDotNet.Attributes;
using SsoOidc;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>CreateToken while the user has not responded: status 400, <c>authorization_pending</c>.</summary>
public class PendingBenchmarks
{
    private static readonly Contenders Contenders = new(
        HttpStatusCode.BadRequest,
        ResponseBodies.Pending,
        "AuthorizationPendingException"
    );

    private readonly SsoOidcClient _ours = Contenders.Ours();
    private readonly FloorClient _floor = Contenders.Floor();
    private readonly AmazonSSOOIDCClient _awsSdk = Contenders.AwsSdk();

    [GlobalSetup]
    public async Task CheckAsync()
    {
        Same.Check(await FloorThrown(), await OursThrown(), await OursNotThrown(), await FloorNotThrown());
        Same.Check("AuthorizationPendingException", await AwsSdkThrown());
    }

    [Benchmark(Baseline = true)]
    public async Task<string?> FloorThrown()
    {
        try
        {
            await _floor.CreateTokenAsync(Contenders.FloorRequest());
            return null;
        }
        catch (FloorException e)
        {
            return e.Message;
        }
    }

    [Benchmark]
    public async Task<string?> OursThrown()
    {
        try
        {
            await _ours.CreateTokenAsync(Contenders.Request());
            return null;
        }
        catch (AuthorizationPendingException e)
        {
            return e.Message;
        }
    }

    [Benchmark]
    public async Task<string?> FloorNotThrown() =>
        (await _floor.TryCreateTokenAsync(Contenders.FloorRequest())).Error?.Description;

    [Benchmark]
    public async Task<string?> OursNotThrown() =>
        (await _ours.TryInvokeAsync(SsoOidcClient.Operations.CreateToken, Contenders.Request())).Exception?.Message;

    [Benchmark]
    public async Task<string?> AwsSdkThrown()
    {
        try
        {
            await _awsSdk.CreateTokenAsync(Contenders.AwsRequest());
            return null;
        }
        catch (Amazon.SSOOIDC.Model.AuthorizationPendingException e)
        {
            return e.ErrorCode;
        }
    }
}
