using SsoOidc.Hostile.Vault;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>How large a response may be.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData(22, true)]
    [InlineData(21, false)]
    public async Task A_body_may_be_as_long_as_the_limit_and_no_longer(int limit, bool isRead)
    {
        await using Trial trial = new(Script.Respond("200 OK", """{"accessToken":"good"}"""));
        trial.Options.MaxResponseBytes = limit;

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.Equal(isRead, failure is null);
        if (!isRead)
        {
            Assert.Contains(
                nameof(trial.Options.MaxResponseBytes),
                Assert.IsType<ResponseTooLargeException>(failure).Message
            );
        }
    }

    [Fact]
    public async Task What_is_announced_beyond_the_limit_is_not_even_read()
    {
        await using Trial trial = new(
            Script.Named("announced").Head("HTTP/1.1 200 OK", $"Content-Length: {1L << 40}").Hold()
        );

        await trial.FailsAsync<ResponseTooLargeException>(attempts: 1);
        await trial.Server.Holding;
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task A_caller_s_HttpClient_has_a_limit_that_counts_too()
    {
        await using Trial trial = new(Script.Respond("200 OK", $$"""{"accessToken":"{{new string('t', 5000)}}"}"""))
        {
            Http = new HttpClient { MaxResponseContentBufferSize = 4096 },
        };

        ResponseTooLargeException error = await trial.FailsAsync<ResponseTooLargeException>(attempts: 1);

        Assert.Contains(nameof(HttpClient.MaxResponseContentBufferSize), error.Message);
    }

    [Theory]
    [InlineData("Connection: close")]
    [InlineData("Content-Length: 1125899906842624")]
    public async Task An_error_without_end_is_what_its_headers_say(string header)
    {
        await using Trial trial = new(
            Script
                .Named(header)
                .Head("HTTP/1.1 400 No", "x-amzn-ErrorType: InvalidGrantException", header)
                .SendForever(new string('x', 1024))
        );

        await trial.FailsAsync<InvalidGrantException>(attempts: 1);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task A_body_that_is_streamed_has_no_limit()
    {
        await using Trial trial = new(Script.Respond("200 OK", new string('x', 100_000)));
        trial.Options.MaxResponseBytes = 1000;

        using DownloadResponse response = await trial.Vault.DownloadAsync(new DownloadRequest());

        Assert.Equal(100_000, await LengthAsync(response.Body));
    }

    private static async Task<long> LengthAsync(Stream stream)
    {
        using MemoryStream copy = new();
        await stream.CopyToAsync(copy);
        return copy.Length;
    }
}
