namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Whole first bytes that stand for a value or a kind of value (RFC 8949 §3.3 and §3.2.1).</summary>
internal static class CborSimple
{
    public const byte False = 0xF4;
    public const byte True = 0xF5;
    public const byte Null = 0xF6;
    public const byte Undefined = 0xF7;
    public const byte Half = 0xF9;
    public const byte Single = 0xFA;
    public const byte Double = 0xFB;
    public const byte Break = 0xFF;

    /// <summary>The low five bits of an item whose length is told by a break at its end.</summary>
    public const byte Indefinite = 31;

    /// <summary>Seconds since 1970-01-01T00:00:00Z (RFC 8949 §3.4.2).</summary>
    public const ulong EpochTag = 1;
}
