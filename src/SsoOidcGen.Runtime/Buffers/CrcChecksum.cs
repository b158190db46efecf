namespace SsoOidcGen.Runtime;

/// <summary>A cyclic redundancy check, most significant byte first.</summary>
internal sealed class CrcChecksum(Crc crc) : Checksum
{
    private ulong _state = crc.Start;

    public override int Size => crc.Size;

    public override void Append(ReadOnlySpan<byte> bytes) => _state = crc.Append(_state, bytes);

    public override void Complete(Span<byte> checksum)
    {
        crc.Write(_state, checksum);
        _state = crc.Start;
    }

    public override void Dispose() { }
}
