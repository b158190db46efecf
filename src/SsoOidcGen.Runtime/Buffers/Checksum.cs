namespace SsoOidcGen.Runtime;

/// <summary>A checksum of bytes that come piece by piece.</summary>
internal abstract class Checksum : IDisposable
{
    /// <summary>The size of the checksum in bytes.</summary>
    public abstract int Size { get; }

    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Writes the checksum of all bytes so far, and starts again.</summary>
    public abstract void Complete(Span<byte> checksum);

    public abstract void Dispose();

    /// <summary>The checksum of all bytes so far in base64; starts again.</summary>
    public string CompleteAsBase64()
    {
        Span<byte> checksum = stackalloc byte[Size];
        Complete(checksum);
        return Convert.ToBase64String(checksum);
    }
}
