using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.Tests.EventStreams;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class ResponseLimitTests
{
    private const int Limit = 2000;

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_response_as_large_as_the_limit_is_read()
    {
        string body = $$"""{"text":"{{new string('x', Limit - 11)}}"}""";
        Assert.Equal(Limit, body.Length);

        string output = await CallAsync(new ScriptedHandler(Answer(200, body)));

        Assert.Equal(Limit - 11, output.Length);
    }

    [Fact]
    public async Task A_larger_one_is_refused_with_the_limit_and_the_option()
    {
        await using EndlessStream body = new("x"u8.ToArray());
        ScriptedHandler handler = new(Answer(200, adjust: response => response.Content = new StreamContent(body)));

        ResponseTooLargeException error = await Assert.ThrowsAsync<ResponseTooLargeException>(() => CallAsync(handler));

        Assert.Contains("2000 bytes", error.Message);
        Assert.Contains("MaxResponseBytes", error.Message);
        Assert.Equal((HttpStatusCode.OK, "request-1", false), (error.StatusCode, error.RequestId, error.IsRetryable));
        Assert.Single(handler.Sent);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task What_announces_more_is_not_read_at_all()
    {
        await using HangingStream body = new();
        ScriptedHandler handler = new(
            Answer(
                200,
                adjust: response =>
                {
                    response.Content = new StreamContent(body);
                    response.Content.Headers.ContentLength = Limit + 1;
                }
            )
        );

        await Assert.ThrowsAsync<ResponseTooLargeException>(() => CallAsync(handler));

        Assert.False(body.Started.IsCompleted);
    }

    [Fact]
    public async Task The_smaller_limit_of_the_caller_s_own_client_counts()
    {
        using HttpClient http = new(new ScriptedHandler(Answer(200, new string('x', 101))))
        {
            MaxResponseContentBufferSize = 100,
        };

        ResponseTooLargeException error = await Assert.ThrowsAsync<ResponseTooLargeException>(() => CallAsync(http));

        Assert.Contains("100 bytes", error.Message);
        Assert.Contains("MaxResponseContentBufferSize", error.Message);
    }

    [Fact]
    public async Task What_counts_are_the_bytes_after_decompression()
    {
        MemoryStream compressed = new();
        await using (GZipStream gzip = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[100 * Limit], TestContext.Current.CancellationToken);
        }

        Assert.InRange(compressed.Length, 0, Limit);
        compressed.Position = 0;
        ScriptedHandler handler = new(
            Answer(
                200,
                adjust: response =>
                    response.Content = new StreamContent(new GZipStream(compressed, CompressionMode.Decompress))
            )
        );

        await Assert.ThrowsAsync<ResponseTooLargeException>(() => CallAsync(handler));
    }

    [Fact]
    public async Task Damaged_compression_is_a_response_that_cannot_be_read()
    {
        MemoryStream body = new("no gzip"u8.ToArray());
        ScriptedHandler handler = new(
            Answer(
                200,
                adjust: response =>
                    response.Content = new StreamContent(new GZipStream(body, CompressionMode.Decompress))
            )
        );

        await Assert.ThrowsAsync<UnreadableResponseException>(() => CallAsync(handler));
    }

    [Fact]
    public async Task An_endless_error_keeps_what_status_and_headers_say()
    {
        ScriptedHandler handler = new(
            Answer(
                400,
                errorType: "Broken",
                adjust: response => response.Content = new StreamContent(new EndlessStream(new byte[4096]))
            )
        );

        BrokenException error = await Assert.ThrowsAsync<BrokenException>(() => CallAsync(handler));

        Assert.Contains("larger than 1048576 bytes", error.Message);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public async Task A_limit_that_cannot_be_is_refused(int limit)
    {
        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(new HttpClient(new ScriptedHandler(Answer(200))), limit)
        );

        Assert.Contains("MaxResponseBytes", error.Message);
    }

    private Task<string> CallAsync(ScriptedHandler handler) => CallAsync(new HttpClient(handler));

    private Task<string> CallAsync(HttpClient http, int limit = Limit) =>
        new ProbeClient(
            http,
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Environment = new AwsEnvironment(Path.GetTempPath()),
                TimeProvider = _time,
                MaxResponseBytes = limit,
            }
        ).InvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken);
}
