using System.Buffers;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Collects bytes in an array from the shared pool. Not thread-safe.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 1024;

    private byte[] _array = [];
    private int _length;

    public int Length => _length;

    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, _length);

    public ReadOnlySpan<byte> WrittenSpan => _array.AsSpan(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Adds a text in UTF-8.</summary>
    public void Write(string text) => Encoding.UTF8.GetBytes(text, this);

    /// <summary>Forgets the bytes and keeps the array.</summary>
    public void Clear()
    {
        // What was sent and received holds tokens: the next renter must not see them.
        _array.AsSpan(0, _length).Clear();
        _length = 0;
    }

    /// <summary>Gives the array back to the pool; nobody may hold a view of it any more.</summary>
    public void Release()
    {
        if (_array.Length > 0)
        {
            Clear();
            ArrayPool<byte>.Shared.Return(_array);
        }

        Abandon();
    }

    /// <summary>Forgets the array without giving it back, for when somebody may still read from it.</summary>
    public void Abandon()
    {
        _array = [];
        _length = 0;
    }

    private void Reserve(int sizeHint)
    {
        int needed = _length + Math.Max(sizeHint, 1);
        if (needed > _array.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(InitialSize, 2 * _array.Length)));
            WrittenSpan.CopyTo(larger);
            int length = _length;
            Release();
            _array = larger;
            _length = length;
        }
    }
}
