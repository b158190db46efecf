using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>A virtual machine, read by hand with the runtime's reader.</summary>
internal sealed class FloorInstance
{
    public string? InstanceId { get; set; }

    public string? ImageId { get; set; }

    public int? StateCode { get; set; }

    public string? StateName { get; set; }

    public string? PrivateDnsName { get; set; }

    public string? PrivateIpAddress { get; set; }

    public string? KeyName { get; set; }

    public string? InstanceType { get; set; }

    public DateTimeOffset? LaunchTime { get; set; }

    public string? AvailabilityZone { get; set; }

    public string? Tenancy { get; set; }

    public string? SubnetId { get; set; }

    public string? VpcId { get; set; }

    public string? Architecture { get; set; }

    public bool? EbsOptimized { get; set; }

    public int? CoreCount { get; set; }

    public int? ThreadsPerCore { get; set; }

    public List<FloorPair> Groups { get; } = [];

    public List<FloorPair> Tags { get; } = [];

    public List<FloorDisk> Disks { get; } = [];

    public static List<FloorInstance> ReadAll(PooledBytes body)
    {
        List<FloorInstance> instances = [];
        Utf8XmlReader reader = new(body.Written.Span);
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (!name.SequenceEqual("reservationSet"u8))
            {
                reader.Skip();
                continue;
            }

            while (reader.NextMember(out _))
            {
                ReadReservation(ref reader, instances);
            }
        }

        return instances;
    }

    private static void ReadReservation(ref Utf8XmlReader reader, List<FloorInstance> instances)
    {
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (!name.SequenceEqual("instancesSet"u8))
            {
                reader.Skip();
                continue;
            }

            while (reader.NextMember(out _))
            {
                FloorInstance instance = new();
                instance.Read(ref reader);
                instances.Add(instance);
            }
        }
    }

    /// <summary>Reads the machine's element, and those in it whose members have names of their own.</summary>
    private void Read(ref Utf8XmlReader reader)
    {
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 13 when name.SequenceEqual("instanceState"u8):
                case 9 when name.SequenceEqual("placement"u8):
                case 10 when name.SequenceEqual("cpuOptions"u8):
                    Read(ref reader);
                    break;
                case 10 when name.SequenceEqual("instanceId"u8):
                    InstanceId = XmlValue.ReadString(ref reader);
                    break;
                case 7 when name.SequenceEqual("imageId"u8):
                    ImageId = XmlValue.ReadString(ref reader);
                    break;
                case 4 when name.SequenceEqual("code"u8):
                    StateCode = XmlValue.ReadInt32(ref reader);
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    StateName = XmlValue.ReadString(ref reader);
                    break;
                case 14 when name.SequenceEqual("privateDnsName"u8):
                    PrivateDnsName = XmlValue.ReadString(ref reader);
                    break;
                case 16 when name.SequenceEqual("privateIpAddress"u8):
                    PrivateIpAddress = XmlValue.ReadString(ref reader);
                    break;
                case 7 when name.SequenceEqual("keyName"u8):
                    KeyName = XmlValue.ReadString(ref reader);
                    break;
                case 12 when name.SequenceEqual("instanceType"u8):
                    InstanceType = XmlValue.ReadString(ref reader);
                    break;
                case 10 when name.SequenceEqual("launchTime"u8):
                    LaunchTime = XmlValue.ReadTimestamp(ref reader);
                    break;
                case 16 when name.SequenceEqual("availabilityZone"u8):
                    AvailabilityZone = XmlValue.ReadString(ref reader);
                    break;
                case 7 when name.SequenceEqual("tenancy"u8):
                    Tenancy = XmlValue.ReadString(ref reader);
                    break;
                case 8 when name.SequenceEqual("subnetId"u8):
                    SubnetId = XmlValue.ReadString(ref reader);
                    break;
                case 5 when name.SequenceEqual("vpcId"u8):
                    VpcId = XmlValue.ReadString(ref reader);
                    break;
                case 12 when name.SequenceEqual("architecture"u8):
                    Architecture = XmlValue.ReadString(ref reader);
                    break;
                case 12 when name.SequenceEqual("ebsOptimized"u8):
                    EbsOptimized = XmlValue.ReadBoolean(ref reader);
                    break;
                case 9 when name.SequenceEqual("coreCount"u8):
                    CoreCount = XmlValue.ReadInt32(ref reader);
                    break;
                case 14 when name.SequenceEqual("threadsPerCore"u8):
                    ThreadsPerCore = XmlValue.ReadInt32(ref reader);
                    break;
                case 8 when name.SequenceEqual("groupSet"u8):
                    FloorPair.ReadAll(ref reader, "groupId"u8, "groupName"u8, Groups);
                    break;
                case 6 when name.SequenceEqual("tagSet"u8):
                    FloorPair.ReadAll(ref reader, "key"u8, "value"u8, Tags);
                    break;
                case 18 when name.SequenceEqual("blockDeviceMapping"u8):
                    FloorDisk.ReadAll(ref reader, Disks);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }
}
