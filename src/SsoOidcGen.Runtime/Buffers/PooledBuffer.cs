using System.Buffers;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Collects bytes in an array from the shared pool, or in one of its own when they are many. Not thread-safe.</summary>
/// <param name="limit">The number of bytes it takes. There is room for one more, by which a reader notices an excess.</param>
internal sealed class PooledBuffer(int limit = PooledBuffer.Largest) : IBufferWriter<byte>
{
    /// <summary>The largest limit: one byte less than an array can hold (<see cref="Array.MaxLength"/>).</summary>
    public const int Largest = 0x7FFFFFC6;

    /// <summary>The pool keeps what it gets back; a larger array would stay in memory for the sake of a rare message.</summary>
    public const int LargestPooled = 1024 * 1024;

    private const int InitialSize = 1024;

    private byte[] _array = [];
    private int _capacity;
    private int _length;

    public int Limit => limit;

    public int Length => _length;

    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, _length);

    public Span<byte> WrittenSpan => _array.AsSpan(0, _length);

    public void Advance(int count) => _length += count;

    /// <exception cref="BufferLimitException">There are more bytes than the limit allows, or would be.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(_length, _capacity - _length);
    }

    /// <inheritdoc cref="GetMemory"/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Adds a text in UTF-8.</summary>
    public void Write(string text) => Encoding.UTF8.GetBytes(text, this);

    /// <summary>Forgets the bytes behind a position.</summary>
    public void Truncate(int length)
    {
        WrittenSpan[length..].Clear();
        _length = length;
    }

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
            if (_array.Length <= LargestPooled)
            {
                ArrayPool<byte>.Shared.Return(_array);
            }
        }

        Abandon();
    }

    /// <summary>Forgets the array without giving it back, for when somebody may still read from it.</summary>
    public void Abandon()
    {
        _array = [];
        _capacity = 0;
        _length = 0;
    }

    /// <summary>The size of the next array: doubled, so that all copies together cost twice the bytes.</summary>
    /// <exception cref="BufferLimitException">More bytes are needed than the limit allows.</exception>
    internal static int NextSize(int capacity, long needed, int limit)
    {
        long largest = limit + 1L;
        return needed > largest
            ? throw new BufferLimitException(limit)
            : (int)Math.Min(Math.Max(needed, Math.Max(InitialSize, 2L * capacity)), largest);
    }

    private void Reserve(int sizeHint)
    {
        int count = Math.Max(sizeHint, 1);
        if (count > _capacity - _length)
        {
            Grow(count);
        }
    }

    private void Grow(int count)
    {
        int size = NextSize(_capacity, (long)_length + count, limit);
        byte[] larger =
            size <= LargestPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);
        WrittenSpan.CopyTo(larger);
        int length = _length;
        Release();
        _array = larger;
        _capacity = (int)Math.Min(larger.Length, limit + 1L);
        _length = length;
    }
}
