using System.IO.Compression;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class RequestWriterTests
{
    [Fact]
    public async Task Each_kind_of_body_has_its_type()
    {
        Assert.Equal(("application/json", "{}"), await BodyOfAsync(static http => http.EmptyObject()));
        Assert.Equal(
            ("application/x-amz-json-1.1", "{}"),
            await BodyOfAsync(static http => http.EmptyObject("application/x-amz-json-1.1"))
        );
        Assert.Equal(("application/json", "1"), await BodyOfAsync(static http => http.Json().WriteNumberValue(1)));
        Assert.Equal(("application/cbor", "BFFF"), await BodyOfAsync(static http => http.EmptyMap(), isText: false));
        Assert.Equal(
            ("application/cbor", "01"),
            await BodyOfAsync(static http => http.Cbor().WriteInteger(1), isText: false)
        );
        Assert.Equal(("application/xml", "<A>x</A>"), await BodyOfAsync(static http => Xml(http)));
        Assert.Equal(
            ("application/x-www-form-urlencoded", "Action=Do&Version=2026"),
            await BodyOfAsync(static http => http.Form("Do", "2026"))
        );
        Assert.Equal(("text/plain", "ü"), await BodyOfAsync(static http => http.Body("ü", "text/plain")));
        Assert.Equal(
            ("a/b", "x"),
            await BodyOfAsync(static http => http.Body((ReadOnlyMemory<byte>?)"x"u8.ToArray(), "a/b"))
        );
        Assert.Equal(
            ("a/b", "x"),
            await BodyOfAsync(static http => http.Body(new MemoryStream("x"u8.ToArray()), "a/b"))
        );
    }

    [Fact]
    public async Task Without_a_body_there_is_no_type()
    {
        Assert.Equal((null, null), await BodyOfAsync(static http => http.Body((string?)null, "text/plain")));
        Assert.Equal((null, null), await BodyOfAsync(static http => http.Body((ReadOnlyMemory<byte>?)null, "a/b")));
        Assert.Equal((null, null), await BodyOfAsync(static http => http.Body((Stream?)null, "a/b")));
    }

    [Fact]
    public void Events_have_theirs() =>
        Assert.Equal(
            "application/vnd.amazon.eventstream",
            HeadersOf(static http =>
                http.Events<string>(
                    "Say",
                    events: null,
                    static (_, _) => { },
                    static (string _, ref ValidationErrors _) => { }
                )
            )["Content-Type"]
        );

    [Fact]
    public void A_path_is_made_of_literals_and_encoded_labels() =>
        Assert.Equal(
            "/a/b%20c%2Fd/e/f%20g/h/no/%F0%9F%98%80",
            TargetOf(static http =>
            {
                http.Path("/a/");
                http.Label("b c/d");
                http.Path("/e/");
                http.GreedyLabel("f g/h");
                http.Path("/");
                http.Label("", "no");
                http.Path("/");
                http.Label("😀", "no");
            })
        );

    [Fact]
    public void A_query_keeps_the_order_and_names_of_maps_do_not_come_twice() =>
        Assert.Equal(
            "/?flag&a=1%202&b=x&b=y&c=3&d=4&d=5",
            TargetOf(static http =>
            {
                http.Path("/");
                http.Query("flag");
                http.Query("a", "1 2");
                http.Query("none", (string?)null);
                http.Query("b", ["x", "y"]);
                http.Query("none", (IEnumerable<string>?)null);
                http.QueryMap([new("a", "again"), new("c", "3")]);
                http.QueryMap<string[]>([new("c", ["again"]), new("d", ["4", "5"])]);
                http.QueryMap(null);
                http.QueryMap<string[]>(null);
            })
        );

    [Fact]
    public void Headers_are_joined_and_those_of_a_map_come_after()
    {
        Dictionary<string, string> headers = HeadersOf(static http =>
        {
            http.Header("X-One", "1");
            http.Header("X-None", (string?)null);
            http.Header("X-List", ["a", "b"]);
            http.Header("X-No-List", (IEnumerable<string>?)null);
            http.PrefixHeaders("X-", [new("one", "again"), new("Two", "2")]);
            http.PrefixHeaders("X-", null);
            http.Body("{}", "application/json");
            http.Header("Content-Type", "text/mine");
            http.Header("Content-Language", "en");
        });

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["X-One"] = "1",
                ["X-List"] = "a, b",
                ["X-Two"] = "2",
                ["Content-Type"] = "text/mine",
                ["Content-Language"] = "en",
                ["Content-Length"] = "2",
            },
            headers
        );
    }

    [Fact]
    public void A_header_of_a_body_makes_an_empty_one()
    {
        Dictionary<string, string> headers = HeadersOf(static http => http.Header("Content-Language", "en"));

        Assert.Equal(new Dictionary<string, string> { ["Content-Language"] = "en", ["Content-Length"] = "0" }, headers);
    }

    [Fact]
    public void A_writer_that_is_used_again_is_empty()
    {
        TargetOf(static http =>
        {
            http.Target("/constant");
            http.HostPrefix("a.");
            http.HostPrefix("b.");
            http.Header("X-One", "1");
            http.Header("X-Bad", "\n");
            http.ChecksumWith("SHA1");
            http.KeyDigest("X-MD5", "a2V5", digest: null);
            http.Body("x", "text/plain");
            Assert.Equal("a.b.", http.SentTarget.Prefix);
        });

        RequestWriter writer = RequestWriter.Rent(static () => "token");
        Assert.Equal("", writer.SentTarget.PathAndQuery);
        Assert.Null(writer.SentTarget.Prefix);
        Assert.Empty(writer.SentTarget.QueryNames);
        Assert.Null(writer.ChecksumAlgorithm);
        Assert.False(writer.HoldsEncryptionKey);
        Assert.False(writer.SentHeaders.Has("X-One"));
        Assert.Null(writer.SentHeaders.Error);
        Assert.Null(writer.SentBody.Content);
        Assert.Equal("token", writer.IdempotencyToken());
        writer.Return(bodyInUse: false);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_body_is_compressed_from_the_threshold_on(int threshold, bool isCompressed)
    {
        string text = new('x', 100);
        using HttpRequestMessage message = MessageOf(http =>
        {
            http.Header("Content-Encoding", "custom");
            http.Body(text, "text/plain");
            http.SentBody.Complete();
            RequestCompression.Gzip(http, threshold);
        });

        Assert.Equal(
            isCompressed ? "custom, gzip" : "custom",
            message.Content!.Headers.NonValidated["Content-Encoding"].ToString()
        );
        byte[] body = await message.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(isCompressed, body.Length < text.Length);
        using MemoryStream stream = new(body);
        using StreamReader reader = new(isCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_stream_and_no_body_are_not_compressed()
    {
        using HttpRequestMessage message = MessageOf(static http =>
        {
            http.Body(new MemoryStream(new byte[100]), "a/b");
            RequestCompression.Gzip(http, 0);
        });
        using HttpRequestMessage empty = MessageOf(static http => RequestCompression.Gzip(http, 0));

        Assert.Empty(message.Content!.Headers.ContentEncoding);
        Assert.Null(empty.Content);
    }

    private static void Xml(RequestWriter http)
    {
        Utf8XmlWriter xml = http.Xml();
        xml.WriteElement("A"u8, "x");
    }

    private static async Task<(string? Type, string? Body)> BodyOfAsync(Action<RequestWriter> write, bool isText = true)
    {
        using HttpRequestMessage message = MessageOf(write);
        if (message.Content is not { } content)
        {
            return (null, null);
        }

        byte[] body = await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (
            content.Headers.ContentType?.ToString(),
            isText ? Encoding.UTF8.GetString(body) : Convert.ToHexString(body)
        );
    }

    private static Dictionary<string, string> HeadersOf(Action<RequestWriter> write)
    {
        using HttpRequestMessage message = MessageOf(write);
        _ = message.Content?.Headers.ContentLength;
        return message
            .Headers.Concat(message.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(static header => header.Key, static header => string.Join("|", header.Value));
    }

    private static HttpRequestMessage MessageOf(Action<RequestWriter> write)
    {
        RequestWriter writer = RequestWriter.Rent(static () => "");
        write(writer);
        writer.SentBody.Complete();
        HttpRequestMessage message = new(HttpMethod.Post, "https://probe.example/");
        writer.CopyTo(message);
        writer.Return(bodyInUse: true);
        return message;
    }

    private static string TargetOf(Action<RequestWriter> write)
    {
        RequestWriter writer = RequestWriter.Rent(static () => "");
        write(writer);
        string target = writer.SentTarget.PathAndQuery;
        writer.Return(bodyInUse: false);
        return target;
    }
}
