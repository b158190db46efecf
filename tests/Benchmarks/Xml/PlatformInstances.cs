using System.Globalization;
using System.Xml;
using SsoOidcGen.Benchmarks.Calls;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>Reads virtual machines with the platform's reader.</summary>
internal static class PlatformInstances
{
    public static List<FloorInstance> ReadAll(PooledBytes body)
    {
        List<FloorInstance> instances = [];
        using XmlReader reader = PlatformXml.Read(body);
        while (reader.ReadToFollowing("instancesSet"))
        {
            foreach (string _ in reader.Members())
            {
                FloorInstance instance = new();
                Read(reader, instance);
                instances.Add(instance);
            }
        }

        return instances;
    }

    private static void Read(XmlReader reader, FloorInstance instance)
    {
        foreach (string name in reader.Members())
        {
            switch (name)
            {
                case "instanceState" or "placement" or "cpuOptions":
                    Read(reader, instance);
                    break;
                case "instanceId":
                    instance.InstanceId = reader.ReadElementContentAsString();
                    break;
                case "imageId":
                    instance.ImageId = reader.ReadElementContentAsString();
                    break;
                case "code":
                    instance.StateCode = reader.ReadElementContentAsInt();
                    break;
                case "name":
                    instance.StateName = reader.ReadElementContentAsString();
                    break;
                case "privateDnsName":
                    instance.PrivateDnsName = reader.ReadElementContentAsString();
                    break;
                case "privateIpAddress":
                    instance.PrivateIpAddress = reader.ReadElementContentAsString();
                    break;
                case "keyName":
                    instance.KeyName = reader.ReadElementContentAsString();
                    break;
                case "instanceType":
                    instance.InstanceType = reader.ReadElementContentAsString();
                    break;
                case "launchTime":
                    instance.LaunchTime = ReadTimestamp(reader);
                    break;
                case "availabilityZone":
                    instance.AvailabilityZone = reader.ReadElementContentAsString();
                    break;
                case "tenancy":
                    instance.Tenancy = reader.ReadElementContentAsString();
                    break;
                case "subnetId":
                    instance.SubnetId = reader.ReadElementContentAsString();
                    break;
                case "vpcId":
                    instance.VpcId = reader.ReadElementContentAsString();
                    break;
                case "architecture":
                    instance.Architecture = reader.ReadElementContentAsString();
                    break;
                case "ebsOptimized":
                    instance.EbsOptimized = reader.ReadElementContentAsBoolean();
                    break;
                case "coreCount":
                    instance.CoreCount = reader.ReadElementContentAsInt();
                    break;
                case "threadsPerCore":
                    instance.ThreadsPerCore = reader.ReadElementContentAsInt();
                    break;
                case "groupSet":
                    ReadPairs(reader, "groupId", instance.Groups);
                    break;
                case "tagSet":
                    ReadPairs(reader, "key", instance.Tags);
                    break;
                case "blockDeviceMapping":
                    ReadDisks(reader, instance.Disks);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static void ReadPairs(XmlReader reader, string key, List<FloorPair> pairs)
    {
        foreach (string _ in reader.Members())
        {
            FloorPair pair = new();
            foreach (string name in reader.Members())
            {
                string text = reader.ReadElementContentAsString();
                if (name == key)
                {
                    pair.Key = text;
                }
                else
                {
                    pair.Value = text;
                }
            }

            pairs.Add(pair);
        }
    }

    private static void ReadDisks(XmlReader reader, List<FloorDisk> disks)
    {
        foreach (string _ in reader.Members())
        {
            FloorDisk disk = new();
            Read(reader, disk);
            disks.Add(disk);
        }
    }

    private static void Read(XmlReader reader, FloorDisk disk)
    {
        foreach (string name in reader.Members())
        {
            switch (name)
            {
                case "ebs":
                    Read(reader, disk);
                    break;
                case "deviceName":
                    disk.DeviceName = reader.ReadElementContentAsString();
                    break;
                case "volumeId":
                    disk.VolumeId = reader.ReadElementContentAsString();
                    break;
                case "status":
                    disk.Status = reader.ReadElementContentAsString();
                    break;
                case "attachTime":
                    disk.AttachTime = ReadTimestamp(reader);
                    break;
                case "deleteOnTermination":
                    disk.DeleteOnTermination = reader.ReadElementContentAsBoolean();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static DateTimeOffset ReadTimestamp(XmlReader reader) =>
        DateTimeOffset.Parse(reader.ReadElementContentAsString(), CultureInfo.InvariantCulture);
}
