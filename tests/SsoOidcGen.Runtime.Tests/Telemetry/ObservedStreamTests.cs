using System.Diagnostics;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>A body that is observed behaves as one that is not; its call ends with it, once.</summary>
public sealed class ObservedStreamTests : IDisposable
{
    private readonly ObservedProbe _probe = new();

    [Fact]
    public async Task It_is_the_stream_that_it_observes()
    {
        using MemoryStream content = new("hello"u8.ToArray());
        using Stream body = await ReceiveAsync(content);

        Assert.Equal((true, false, false, 5), (body.CanRead, body.CanSeek, body.CanWrite, body.Length));
        body.Flush();
        Assert.Throws<NotSupportedException>(() => body.Position);
        Assert.Throws<NotSupportedException>(() => body.Position = 1);
        Assert.Throws<NotSupportedException>(() => body.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => body.SetLength(1));
        Assert.Throws<NotSupportedException>(() => body.Write([1], 0, 1));
        byte[] buffer = new byte[10];
        Assert.Equal(2, body.Read(buffer, 1, 2));
        Assert.Equal(1, body.Read(buffer.AsSpan(3, 1)));
#pragma warning disable CA1835 // Callers of old may use it.
        Assert.Equal(1, await body.ReadAsync(buffer, 4, 1, TestContext.Current.CancellationToken));
#pragma warning restore CA1835
        Assert.Equal(1, await body.ReadAsync(buffer.AsMemory(5, 1), TestContext.Current.CancellationToken));
        Assert.Equal("hello"u8.ToArray(), buffer.AsSpan(1, 5).ToArray());
    }

    [Fact]
    public async Task Its_end_is_the_end_of_the_call()
    {
        using MemoryStream content = new("hello"u8.ToArray());
        using Stream body = await ReceiveAsync(content);
        byte[] buffer = new byte[10];

        Assert.Equal(5, await body.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal(0, await body.ReadAsync(Memory<byte>.Empty, TestContext.Current.CancellationToken));
        Assert.Empty(_probe.Activities);
        Assert.Equal(0, await body.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(_probe.Activities).Status);
        body.Dispose();
        Assert.Single(_probe.Activities);
        Assert.False(content.CanRead);
    }

    [Fact]
    public async Task So_is_its_being_closed()
    {
        Stream body = await ReceiveAsync(new MemoryStream("hello"u8.ToArray()));

        await body.DisposeAsync();

        Assert.Equal(200, Assert.Single(_probe.Activities).GetTagItem("http.response.status_code"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_off_is_its_failure(bool isAsync)
    {
        using Stream body = await ReceiveAsync(new BrokenStream());
        byte[] buffer = new byte[10];

        await Assert.ThrowsAsync<IOException>(async () =>
            _ = isAsync
                ? await body.ReadAsync(buffer, TestContext.Current.CancellationToken)
                : body.Read(buffer, 0, buffer.Length)
        );

        Activity activity = Assert.Single(_probe.Activities);
        Assert.Equal(
            (ActivityStatusCode.Error, "System.IO.IOException"),
            (activity.Status, activity.GetTagItem("error.type"))
        );
    }

    public void Dispose() => _probe.Dispose();

    private Task<Stream> ReceiveAsync(Stream content) =>
        new ProbeClient(
            new HttpClient(
                new ScriptedHandler(
                    ScriptedHandler.Answer(200, adjust: response => response.Content = new StreamContent(content))
                )
            ),
            _probe.Options
        ).InvokeAsync(
            new DownloadOperation
            {
                Name = _probe.Operation,
                Method = HttpMethod.Get,
                StreamsOutput = true,
            },
            "x",
            TestContext.Current.CancellationToken
        );

    private sealed class DownloadOperation : Operation<string, Stream>
    {
        public override void WriteRequest(string request, RequestWriter http) => http.Target("/");

        public override Stream ReadResponse(in ServiceResponse response) => response.Stream;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("Reset by peer.");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("Reset by peer.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Reset by peer.");
    }
}
