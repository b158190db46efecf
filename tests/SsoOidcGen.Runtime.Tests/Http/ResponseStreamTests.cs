using System.Net;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Http;

/// <summary>The body of a response as a stream, whether it is checked on the way or not.</summary>
public sealed class ResponseStreamTests
{
    private const string Text = "hello world";

    [Theory]
    [InlineData(null)]
    [InlineData("DUoRhQ==")]
    public async Task It_is_read_once_from_start_to_end(string? checksum)
    {
        using Stream body = await ReceiveAsync(checksum);

        Assert.Equal((true, false, false), (body.CanRead, body.CanSeek, body.CanWrite));
        Assert.Equal(Text.Length, body.Length);
        body.Flush();
        Assert.Equal(
            "A response can only be read once, from start to end.",
            Assert.Throws<NotSupportedException>(() => body.Position).Message
        );
        Assert.Throws<NotSupportedException>(() => body.Position = 0);
        Assert.Throws<NotSupportedException>(() => body.Seek(0, SeekOrigin.Begin));
        Assert.Equal(
            "A response cannot be written.",
            Assert.Throws<NotSupportedException>(() => body.Write([1], 0, 1)).Message
        );
        Assert.Throws<NotSupportedException>(() => body.SetLength(0));
    }

    [Fact]
    public async Task Without_a_length_it_has_none()
    {
        using Stream body = await ReceiveAsync(checksum: null, isOfKnownLength: false);

        Assert.Equal(
            "The service did not state the length of its response.",
            Assert.Throws<NotSupportedException>(() => body.Length).Message
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("DUoRhQ==")]
    public async Task Each_way_of_reading_gives_the_same_bytes(string? checksum)
    {
        using (Stream body = await ReceiveAsync(checksum))
        {
            byte[] buffer = new byte[20];
            int read = body.Read(buffer, 2, 5);
            read += body.Read(buffer.AsSpan(2 + read));
            Assert.Equal(0, body.Read(buffer.AsSpan(0, 5)));
            Assert.Equal(0, body.Read(buffer.AsSpan(0, 5)));
            Assert.Equal("hello world"u8.ToArray(), buffer.AsSpan(2, read).ToArray());
        }

        using (Stream body = await ReceiveAsync(checksum))
        {
            byte[] buffer = new byte[20];
#pragma warning disable CA1835 // Callers of old may use it.
            int read = await body.ReadAsync(buffer, 2, 5, TestContext.Current.CancellationToken);
#pragma warning restore CA1835
            read += await body.ReadAsync(buffer.AsMemory(2 + read), TestContext.Current.CancellationToken);
            Assert.Equal(0, await body.ReadAsync(buffer, TestContext.Current.CancellationToken));
            Assert.Equal("hello world"u8.ToArray(), buffer.AsSpan(2, read).ToArray());
        }

        using (Stream body = await ReceiveAsync(checksum))
        {
            using MemoryStream copy = new();
            await body.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.Equal("hello world"u8.ToArray(), copy.ToArray());
        }
    }

    [Fact]
    public async Task Damage_is_noticed_by_each_way_of_reading()
    {
        byte[] buffer = new byte[20];
        using Stream first = await ReceiveAsync("AAAAAA==");
        Assert.Equal(11, first.Read(buffer, 0, 20));
        Assert.Equal(0, first.Read([]));
        Assert.Throws<ChecksumMismatchException>(() => first.Read(buffer, 0, 20));

        using Stream second = await ReceiveAsync("AAAAAA==");
        await Assert.ThrowsAsync<ChecksumMismatchException>(() =>
            second.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Closing_it_closes_the_response()
    {
        MemoryStream content = new();
        Stream body = await ReceiveAsync(checksum: null, content: content);

        await body.DisposeAsync();

        Assert.False(content.CanRead);
    }

    private static Task<Stream> ReceiveAsync(
        string? checksum,
        bool isOfKnownLength = true,
        MemoryStream? content = null
    ) =>
        new ProbeClient(
            new HttpClient(
                new ScriptedHandler(_ =>
                {
                    HttpResponseMessage response = new(HttpStatusCode.OK)
                    {
                        Content =
                            content is not null ? new StreamContent(content)
                            : isOfKnownLength ? new StringContent(Text)
                            : new StreamContent(new ForwardStream()),
                    };
                    if (checksum is not null)
                    {
                        response.Headers.Add("x-amz-checksum-crc32", checksum);
                    }

                    return response;
                })
            ),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Credentials = new AwsCredentials("AKID", "secret"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        ).InvokeAsync(ProbeClient.ChecksummedCopy, Stream.Null, TestContext.Current.CancellationToken);

    private sealed class ForwardStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
