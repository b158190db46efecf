using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Texts of which services send few different ones, and those often: each is in memory once. Thread-safe.</summary>
internal static class RepeatedText
{
    /// <summary>A text takes the slot of another one, so that no service can fill the memory.</summary>
    private const int SlotCount = 256;

    private const int MaxLength = 64;

    private static readonly string?[] Slots = new string?[SlotCount];

    /// <param name="utf8">The text; when it is long or not ASCII, it is made anew.</param>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref string? slot = ref Slots[Hash(utf8) % SlotCount];
        string? known = Volatile.Read(ref slot);
        if (known is null || !Ascii.Equals(utf8, known))
        {
            known = Encoding.UTF8.GetString(utf8);
            Volatile.Write(ref slot, known);
        }

        return known;
    }

    /// <summary>FNV-1a, with 32 bits.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        uint hash = 2166136261;
        foreach (byte value in utf8)
        {
            hash = (hash ^ value) * 16777619;
        }

        return hash;
    }
}
