using System.Text;
using Amazon.SecurityToken;
using BenchmarkDotNet.Attributes;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.Sts;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>AssumeRole of STS (awsQuery).</summary>
public class AssumeRoleBenchmarks
{
    private const string Role = "arn:aws:iam::123456789012:role/demo";
    private const string Session = "me";
    private static readonly XmlContenders s_contenders = new(XmlResponses.AssumeRole);

    private readonly FloorXml _floor = s_contenders.Floor("sts");
    private readonly StsClient _ours = s_contenders.Sts();
    private readonly AmazonSecurityTokenServiceClient _awsSdk = s_contenders.AwsSts();

    [GlobalSetup]
    public async Task CheckAsync() => Same.Check(await Floor(), await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public async Task<string?> Floor()
    {
        using PooledBytes received = new();
        await _floor.PostAsync(
            $"Action=AssumeRole&Version=2011-06-15&RoleArn={Uri.EscapeDataString(Role)}&RoleSessionName={Uri.EscapeDataString(Session)}",
            received
        );
        return ReadSessionToken(received.Written.Span);
    }

    [Benchmark]
    public async Task<string?> Ours()
    {
        AssumeRoleResponse response = await _ours.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = Role, RoleSessionName = Session }
        );
        return response.Credentials!.SessionToken;
    }

    [Benchmark]
    public async Task<string?> AwsSdk()
    {
        Amazon.SecurityToken.Model.AssumeRoleResponse response = await _awsSdk.AssumeRoleAsync(
            new Amazon.SecurityToken.Model.AssumeRoleRequest { RoleArn = Role, RoleSessionName = Session }
        );
        return response.Credentials.SessionToken;
    }

    private static string? ReadSessionToken(ReadOnlySpan<byte> body)
    {
        string? token = null;
        Utf8XmlReader reader = new(body);
        while (reader.NextMember(out _))
        {
            while (reader.NextMember(out ReadOnlySpan<byte> name))
            {
                if (!name.SequenceEqual("Credentials"u8))
                {
                    reader.Skip();
                    continue;
                }

                while (reader.NextMember(out ReadOnlySpan<byte> member))
                {
                    string text = Encoding.UTF8.GetString(reader.ReadText());
                    token = member.SequenceEqual("SessionToken"u8) ? text : token;
                }
            }
        }

        return token;
    }
}
