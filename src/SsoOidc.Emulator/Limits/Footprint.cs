namespace SsoOidc.Emulator;

/// <summary>About how many bytes things keep alive.</summary>
internal static class Footprint
{
    /// <summary>An entry of a store without its texts: objects, key and bookkeeping.</summary>
    public const long Entry = 512;

    private const long PerText = 32;

    public static long Of(string? text) => text is null ? 0 : PerText + (sizeof(char) * (long)text.Length);

    public static long Of(IReadOnlyList<string>? texts) => texts?.Sum(Of) ?? 0;
}
