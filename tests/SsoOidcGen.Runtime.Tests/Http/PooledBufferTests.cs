using System.Buffers;
using System.Runtime.InteropServices;

namespace SsoOidcGen.Runtime.Tests.Http;

public sealed class PooledBufferTests
{
    private const int Gibibyte = 1 << 30;

    [Fact]
    public void It_doubles_up_to_what_an_array_can_hold()
    {
        Assert.Equal(2 * 4096, PooledBuffer.NextSize(4096, 4097, PooledBuffer.Largest));
        Assert.Equal(Array.MaxLength, PooledBuffer.NextSize(Gibibyte, Gibibyte + 1L, PooledBuffer.Largest));
        Assert.Equal(Gibibyte + 1, PooledBuffer.NextSize(Gibibyte - 1, Gibibyte, Gibibyte));
        Assert.Equal(PooledBuffer.Largest + 1, Array.MaxLength);
    }

    [Fact]
    public void It_takes_as_many_bytes_as_its_limit_says_and_shows_one_more()
    {
        PooledBuffer buffer = new(limit: 1000);

        buffer.Append(new byte[1000]);
        Assert.Equal(1, buffer.GetMemory().Length);
        buffer.Advance(1);

        Assert.Throws<BufferLimitException>(() => buffer.GetMemory());
        buffer.Release();
    }

    [Fact]
    public void A_large_array_does_not_stay_in_the_pool()
    {
        PooledBuffer buffer = new();
        buffer.Append(new byte[PooledBuffer.LargestPooled + 1]);
        Assert.True(MemoryMarshal.TryGetArray(buffer.WrittenMemory, out ArraySegment<byte> segment));
        buffer.Release();

        Assert.NotSame(segment.Array, ArrayPool<byte>.Shared.Rent(segment.Array!.Length));
        Assert.Equal(0, buffer.Length);
    }

    [Fact]
    public void Released_bytes_are_wiped_and_abandoned_ones_stay_as_they_are()
    {
        PooledBuffer released = new();
        PooledBuffer abandoned = new();
        // So many are in no pool, where another test could get them meanwhile.
        byte[] secret = [.. Enumerable.Repeat((byte)'s', PooledBuffer.LargestPooled + 1)];
        released.Append(secret);
        abandoned.Append(secret);
        ReadOnlyMemory<byte> ofReleased = released.WrittenMemory;
        ReadOnlyMemory<byte> ofAbandoned = abandoned.WrittenMemory;

        released.Release();
        abandoned.Abandon();

        Assert.False(ofReleased.Span.ContainsAnyExcept((byte)0));
        Assert.True(ofAbandoned.Span.SequenceEqual(secret));
    }

    [Fact]
    public void Many_bytes_cost_twice_their_number()
    {
        const int Size = 32 * 1024 * 1024;
        byte[] part = new byte[8192];
        PooledBuffer buffer = new();
        long before = GC.GetAllocatedBytesForCurrentThread();

        while (buffer.Length < Size)
        {
            buffer.Append(part);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2.2 * Size) + PooledBuffer.LargestPooled);
        buffer.Release();
    }
}
