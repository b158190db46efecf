using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Headers that break the rules, or try to break what reads them.</summary>
public sealed class HeaderTests
{
    private const string Token = """{"accessToken":"good"}""";

    [Theory]
    [InlineData("x-empty:")]
    [InlineData("x-blank:    ")]
    [InlineData("x-folded: a\r\n b\r\n\tc")]
    [InlineData("x-raw: \u00e9\u00ff")]
    [InlineData("x-quoted: \"unclosed")]
    [InlineData("x-numbers: 1\r\nX-NUMBERS: 2")]
    [InlineData("Content-Type: ;;;=")]
    [InlineData("Date: yesterday")]
    [InlineData("Date: Thu, 99 Foo 99999 25:61:61 GMT")]
    [InlineData("Expires: -1")]
    [InlineData("ETag: W/")]
    [InlineData("Link: <")]
    [InlineData("Warning: 999 - \"")]
    [InlineData("Content-Disposition: attachment; filename=../../x")]
    [InlineData("Content-Range: bytes 5-1/0")]
    [InlineData("Connection: keep-alive, Content-Length")]
    [InlineData("Keep-Alive: timeout=-5, max=99999999999999")]
    [InlineData("Alt-Svc: h3=\":1\"; ma=9999999999")]
    [InlineData("Upgrade: h2c")]
    [InlineData("Trailer: Content-Length")]
    public async Task A_header_that_nobody_needs_changes_nothing(string header)
    {
        await using Trial trial = new(
            Script.Named(header).Head("HTTP/1.1 200 OK", header, "Content-Length: 22").Send(Token)
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("no colon")]
    [InlineData(": no name")]
    [InlineData("spa ce: 1")]
    [InlineData("x-before : 1")]
    [InlineData("x\u0000null: 1")]
    [InlineData("x-value: a\u0000b")]
    [InlineData("x-return: a\rb")]
    [InlineData("x-feed: a\nb: c")]
    [InlineData(" x-first-is-folded: 1")]
    public async Task A_header_that_is_none_ends_in_a_token_or_an_error(string header)
    {
        await using Trial trial = new(
            Script.Named(header).Send($"HTTP/1.1 200 OK\r\n{header}\r\nContent-Length: 22\r\n\r\n{Token}").Close()
        );

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.True(failure is null or ServiceException, failure?.ToString());
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task Lines_may_end_without_a_carriage_return()
    {
        await using Trial trial = new(
            Script.Named("line feeds").Send($"HTTP/1.1 200 OK\nContent-Length: 22\n\n{Token}")
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Theory]
    [InlineData("x-amzn-RequestId: a\r\nx-amzn-RequestId: b")]
    [InlineData("x-amzn-RequestId:")]
    [InlineData("x-amzn-RequestId: \u00ff")]
    [InlineData("x-amzn-ErrorType:")]
    [InlineData("x-amzn-ErrorType: InvalidClientException\r\nx-amzn-ErrorType: InvalidScopeException")]
    public async Task Odd_headers_of_an_error_leave_it_an_error(string header)
    {
        await using Trial trial = new(Script.Respond("400 Bad Request", """{"error":"invalid_grant"}""", header));

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.IsAssignableFrom<ServiceException>(failure);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(2000)]
    public async Task Many_headers_are_read_up_to_64_kibibytes(int count)
    {
        string[] headers = [.. Enumerable.Range(0, count).Select(static number => $"x-header-{number}: some value")];
        await using Trial trial = new(
            Script.Named($"{count} headers").Head("HTTP/1.1 200 OK", [.. headers, "Content-Length: 22"]).Send(Token)
        );
        trial.Options.MaxAttempts = 1;

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.Equal(
            headers.Sum(static header => header.Length + 2) > 64 * 1024,
            failure is ServiceUnreachableException
        );
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("HTTP/1.1 400 \u0007\u001b[31mred")]
    [InlineData("HTTP/1.1 400 \u00e9\u00ff")]
    [InlineData("HTTP/1.1 400 ")]
    [InlineData("HTTP/1.1 400")]
    public async Task A_reason_phrase_is_never_needed(string statusLine)
    {
        await using Trial trial = new(Script.Named(statusLine).Head(statusLine, "Content-Length: 0"));
        trial.Options.MaxAttempts = 1;

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.IsAssignableFrom<ServiceException>(failure);
        await trial.RecoversAsync();
    }
}
