using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>A tag, or a group with its id.</summary>
internal sealed class FloorPair
{
    public string? Key { get; set; }

    public string? Value { get; set; }

    public static void ReadAll(
        ref Utf8XmlReader reader,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> value,
        List<FloorPair> pairs
    )
    {
        while (reader.NextMember(out _))
        {
            FloorPair pair = new();
            while (reader.NextMember(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual(key))
                {
                    pair.Key = XmlValue.ReadString(ref reader);
                }
                else if (name.SequenceEqual(value))
                {
                    pair.Value = XmlValue.ReadString(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            pairs.Add(pair);
        }
    }
}
