namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class SentBodyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bytes_that_a_handler_may_still_read_are_not_wiped(bool isInUse)
    {
        SentBody body = new();
        // So many are in no pool, where another test could get them meanwhile.
        string text = new('a', PooledBuffer.LargestPooled + 1);
        body.Json("application/json").WriteStringValue(text);
        body.Complete();
        ReadOnlyMemory<byte> sent = body.Content!.Value;

        body.Reset(isInUse);

        Assert.Equal(isInUse, sent.Span.Contains((byte)'a'));
        Assert.Null(body.Content);
    }
}
