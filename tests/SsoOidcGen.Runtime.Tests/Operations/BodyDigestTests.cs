using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class BodyDigestTests
{
    private const string Md5 = "XrY7u+Ae7tCTyyK7j1rNww==";
    private const string Sha256 = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    [Theory]
    [InlineData("text", null, Md5)]
    [InlineData("stream", null, Md5)]
    [InlineData("text", "given", "given")]
    [InlineData("none", null, null)]
    public async Task A_body_has_its_MD5_unless_the_caller_gives_one(string kind, string? given, string? expected)
    {
        RequestWriter request = Write(kind);
        request.Header("content-md5", given);

        await ContentMd5.AddAsync("Call", request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, request.SentHeaders.Take("Content-MD5"));
        Assert.Null(request.SentHeaders.Take("Content-MD5"));
        Assert.Equal(0, request.SentBody.Stream?.Position ?? 0);
        request.Return(bodyInUse: false);
    }

    [Theory]
    [InlineData("stream", null, Sha256, Sha256)]
    [InlineData("stream", "given", Sha256, "given")]
    [InlineData("text", null, null, null)]
    [InlineData("none", null, null, null)]
    public async Task A_stream_has_the_hash_of_its_tree_unless_the_caller_gives_one(
        string kind,
        string? given,
        string? whole,
        string? tree
    )
    {
        RequestWriter request = Write(kind);
        request.Header("x-amz-sha256-tree-hash", given);

        await TreeHash.AddAsync("Call", request, TestContext.Current.CancellationToken);

        Assert.Equal(whole, request.SentHeaders.Take("X-Amz-Content-Sha256"));
        Assert.Equal(tree, request.SentHeaders.Take("X-Amz-Sha256-Tree-Hash"));
        Assert.Null(request.SentHeaders.Take("X-Amz-Sha256-Tree-Hash"));
        request.Return(bodyInUse: false);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_cannot_be_hashed()
    {
        RequestWriter request = RequestWriter.Rent(static () => "");
        request.Body(new ForwardStream(), "text/plain");

        RequestValidationException error = await Assert.ThrowsAsync<RequestValidationException>(async () =>
            await ContentMd5.AddAsync("Call", request, TestContext.Current.CancellationToken)
        );

        Assert.Equal(["The body is hashed before it is sent, so its stream must be able to seek"], error.Errors);
    }

    [Fact]
    public void The_first_header_that_cannot_be_sent_is_named()
    {
        RequestWriter request = RequestWriter.Rent(static () => "");
        request.Header("X-A", "a\n");
        request.Header("X-B", "ü");
        request.PrefixHeaders("X-Label-", [new("a b", "x")]);
        Assert.Equal(
            "The header X-A has a line break or a character beyond ASCII, which it cannot carry",
            request.SentHeaders.Error
        );
        request.Return(bodyInUse: false);

        request = RequestWriter.Rent(static () => "");
        request.PrefixHeaders("X-Label-", [new("a b", "x"), new("c", "\n")]);
        Assert.Equal(
            "A name of the headers X-Label-… may have letters, digits and '-', nothing else",
            request.SentHeaders.Error
        );
        Assert.False(request.SentHeaders.Has("X-Label-a b"));
        request.Return(bodyInUse: false);
    }

    private static RequestWriter Write(string kind)
    {
        RequestWriter request = RequestWriter.Rent(static () => "");
        switch (kind)
        {
            case "text":
                request.Body("hello world", "text/plain");
                break;
            case "stream":
                request.Body(new MemoryStream("hello world"u8.ToArray()), "text/plain");
                break;
        }

        request.SentBody.Complete();
        return request;
    }

    private sealed class ForwardStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
