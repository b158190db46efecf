using System.Globalization;
using System.Xml;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>An object of a bucket, read by hand: with the runtime's reader and with the platform's.</summary>
internal sealed class FloorObject
{
    public string? Key { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    public string? ETag { get; set; }

    public long? Size { get; set; }

    public string? StorageClass { get; set; }

    public static List<FloorObject> ReadAll(PooledBytes body)
    {
        List<FloorObject> objects = [];
        Utf8XmlReader reader = new(body.Written.Span);
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Contents"u8))
            {
                objects.Add(Read(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return objects;
    }

    public static List<FloorObject> ReadAllByPlatform(PooledBytes body)
    {
        List<FloorObject> objects = [];
        using XmlReader reader = PlatformXml.Read(body);
        reader.MoveToContent();
        foreach (string name in reader.Members())
        {
            if (name == "Contents")
            {
                objects.Add(Read(reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return objects;
    }

    private static FloorObject Read(ref Utf8XmlReader reader)
    {
        FloorObject found = new();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Key"u8))
            {
                found.Key = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("LastModified"u8))
            {
                found.LastModified = XmlValue.ReadTimestamp(ref reader);
            }
            else if (name.SequenceEqual("ETag"u8))
            {
                found.ETag = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("Size"u8))
            {
                found.Size = XmlValue.ReadInt64(ref reader);
            }
            else if (name.SequenceEqual("StorageClass"u8))
            {
                found.StorageClass = XmlValue.ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }

    private static FloorObject Read(XmlReader reader)
    {
        FloorObject found = new();
        foreach (string name in reader.Members())
        {
            switch (name)
            {
                case "Key":
                    found.Key = reader.ReadElementContentAsString();
                    break;
                case "LastModified":
                    found.LastModified = DateTimeOffset.Parse(
                        reader.ReadElementContentAsString(),
                        CultureInfo.InvariantCulture
                    );
                    break;
                case "ETag":
                    found.ETag = reader.ReadElementContentAsString();
                    break;
                case "Size":
                    found.Size = reader.ReadElementContentAsLong();
                    break;
                case "StorageClass":
                    found.StorageClass = reader.ReadElementContentAsString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return found;
    }
}
