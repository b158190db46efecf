using Amazon.EC2;
using BenchmarkDotNet.Attributes;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.Ec2;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>DescribeInstances of EC2 (ec2Query): 100 virtual machines.</summary>
public class DescribeInstancesBenchmarks
{
    private static readonly XmlContenders s_contenders = new(XmlResponses.DescribeInstances);

    private readonly FloorXml _floor = s_contenders.Floor("ec2");
    private readonly Ec2Client _ours = s_contenders.Ec2();
    private readonly AmazonEC2Client _awsSdk = s_contenders.AwsEc2();

    [GlobalSetup]
    public async Task CheckAsync() =>
        Same.Check(await Floor(), await FloorWithXmlReader(), await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public Task<string?> Floor() => CallFloorAsync(FloorInstance.ReadAll);

    [Benchmark]
    public Task<string?> FloorWithXmlReader() => CallFloorAsync(PlatformInstances.ReadAll);

    [Benchmark]
    public async Task<string?> Ours()
    {
        DescribeInstancesResponse response = await _ours.DescribeInstancesAsync(new DescribeInstancesRequest());
        Instance last = response.Reservations[99].Instances[0];
        return $"{response.Reservations.Count} {last.InstanceId} {last.Tags[0].Value} {last.CpuOptions!.CoreCount}";
    }

    [Benchmark]
    public async Task<string?> AwsSdk()
    {
        Amazon.EC2.Model.DescribeInstancesResponse response = await _awsSdk.DescribeInstancesAsync(
            new Amazon.EC2.Model.DescribeInstancesRequest()
        );
        Amazon.EC2.Model.Instance last = response.Reservations[99].Instances[0];
        return $"{response.Reservations.Count} {last.InstanceId} {last.Tags[0].Value} {last.CpuOptions.CoreCount}";
    }

    private async Task<string?> CallFloorAsync(Func<PooledBytes, List<FloorInstance>> read)
    {
        using PooledBytes received = new();
        await _floor.PostAsync("Action=DescribeInstances&Version=2016-11-15", received);
        List<FloorInstance> instances = read(received);
        FloorInstance last = instances[99];
        return $"{instances.Count} {last.InstanceId} {last.Tags[0].Value} {last.CoreCount}";
    }
}
