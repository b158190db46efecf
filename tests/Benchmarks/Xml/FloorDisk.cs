using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>A disk of a virtual machine.</summary>
internal sealed class FloorDisk
{
    public string? DeviceName { get; set; }

    public string? VolumeId { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? AttachTime { get; set; }

    public bool? DeleteOnTermination { get; set; }

    public static void ReadAll(ref Utf8XmlReader reader, List<FloorDisk> disks)
    {
        while (reader.NextMember(out _))
        {
            FloorDisk disk = new();
            disk.Read(ref reader);
            disks.Add(disk);
        }
    }

    /// <summary>Reads the disk's element, and the one in it.</summary>
    private void Read(ref Utf8XmlReader reader)
    {
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("ebs"u8))
            {
                Read(ref reader);
            }
            else if (name.SequenceEqual("deviceName"u8))
            {
                DeviceName = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("volumeId"u8))
            {
                VolumeId = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("status"u8))
            {
                Status = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("attachTime"u8))
            {
                AttachTime = XmlValue.ReadTimestamp(ref reader);
            }
            else if (name.SequenceEqual("deleteOnTermination"u8))
            {
                DeleteOnTermination = XmlValue.ReadBoolean(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
