using System.Net;
using Amazon.SSO;
using BenchmarkDotNet.Attributes;
using SsoOidc.Portal;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>ListAccounts of the access portal: a large response.</summary>
public class ListAccountsBenchmarks
{
    private static readonly ListAccountsRequest Request = new() { AccessToken = "token" };

    private SsoPortalClient _ours = null!;
    private FloorClient _floor = null!;
    private AmazonSSOClient _awsSdk = null!;

    [Params(100, 1000, 10_000)]
    public int Accounts { get; set; }

    [GlobalSetup]
    public async Task CheckAsync()
    {
        Contenders contenders = new(HttpStatusCode.OK, ResponseBodies.Accounts(Accounts));
        _ours = contenders.OurPortal();
        _floor = contenders.Floor();
        _awsSdk = contenders.AwsSdkPortal();
        Same.Check(await Floor(), await Ours(), await AwsSdk());
    }

    [Benchmark(Baseline = true)]
    public async Task<string?> Floor() => (await _floor.ListAccountsAsync("token"))[^1].Email;

    [Benchmark]
    public async Task<string?> Ours() => (await _ours.ListAccountsAsync(Request)).AccountList[^1].EmailAddress;

    [Benchmark]
    public async Task<string?> AwsSdk() =>
        (await _awsSdk.ListAccountsAsync(new Amazon.SSO.Model.ListAccountsRequest { AccessToken = "token" }))
            .AccountList[^1]
            .EmailAddress;
}
