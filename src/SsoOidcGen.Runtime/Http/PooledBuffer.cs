using System.Buffers;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Collects bytes in an array from the shared pool. Not thread-safe.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 1024;

    private byte[] _array = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, Length);

    public ReadOnlySpan<byte> WrittenSpan => _array.AsSpan(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Adds a text in UTF-8.</summary>
    public void Write(string text) => Encoding.UTF8.GetBytes(text, this);

    /// <summary>Reads a stream to its end.</summary>
    public async ValueTask FillAsync(Stream source, CancellationToken cancellationToken)
    {
        int read;
        do
        {
            read = await source.ReadAsync(GetMemory(), cancellationToken).ConfigureAwait(false);
            Length += read;
        } while (read > 0);
    }

    /// <summary>Forgets the bytes and keeps the array.</summary>
    public void Clear()
    {
        // What was sent and received holds tokens: the next renter must not see them.
        _array.AsSpan(0, Length).Clear();
        Length = 0;
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
        Length = 0;
    }

    private void Reserve(int sizeHint)
    {
        int needed = Length + Math.Max(sizeHint, 1);
        if (needed > _array.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(InitialSize, 2 * _array.Length)));
            WrittenSpan.CopyTo(larger);
            int length = Length;
            Release();
            _array = larger;
            Length = length;
        }
    }
}
