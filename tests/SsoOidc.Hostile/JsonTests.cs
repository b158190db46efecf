using System.Text;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Bodies of successes that are JSON, or nearly.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("""{"accessToken":"bad","accessToken":"good"}""")]
    [InlineData("""{"access\u0054oken":"good"}""")]
    [InlineData("""{"accessToken":"\u0067ood"}""")]
    [InlineData("""{"accessToken":"good","unknown":{"deep":[1,{"er":null}]}}""")]
    [InlineData("""{"accessToken":"good","expiresIn":null,"refreshToken":null}""")]
    [InlineData("""{"accessToken":"good","AccessToken":"bad","access_token":"bad"}""")]
    [InlineData("""{"accessToken":"good","__proto__":{"accessToken":"bad"},"__type":"Error"}""")]
    [InlineData(" \r\n\t{ \"accessToken\" : \"good\" }\r\n ")]
    [InlineData("{\"accessToken\":\"good\",\"\":\"\"}")]
    [InlineData("{\"accessToken\":\"good\",\"unknown\":1e999999}")]
    [InlineData("{\"accessToken\":\"good\"}{\"accessToken\":\"bad\"}")]
    [InlineData("{\"accessToken\":\"good\"} trailing")]
    [InlineData("{\"accessToken\":\"good\",\"unknown\":\"\\ud800\"}")]
    public async Task What_a_model_does_not_know_is_passed_over(string body)
    {
        await using Trial trial = new(Script.Respond("200 OK", body));

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("5")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("\0")]
    [InlineData("{'accessToken':'good'}")]
    [InlineData("{accessToken:\"good\"}")]
    [InlineData("{\"accessToken\":\"good\",}")]
    [InlineData("{\"accessToken\":\"good\"/*c*/}")]
    [InlineData("{\"accessToken\":\"a\nb\"}")]
    [InlineData("{\"accessToken\":\"\\ud800\"}")]
    [InlineData("{\"accessToken\":\"\\udc00\\ud800\"}")]
    [InlineData("{\"accessToken\":\"\\x41\"}")]
    [InlineData("{\"accessToken\":5}")]
    [InlineData("{\"accessToken\":[\"good\"]}")]
    [InlineData("{\"accessToken\":{\"value\":\"good\"}}")]
    [InlineData("{\"accessToken\":true}")]
    [InlineData("{\"expiresIn\":NaN}")]
    [InlineData("{\"expiresIn\":-}")]
    [InlineData("{\"expiresIn\":01}")]
    [InlineData("{\"expiresIn\":1e999999999999}")]
    [InlineData("{\"expiresIn\":99999999999999999999}")]
    [InlineData("{\"expiresIn\":true}")]
    [InlineData("{\"expiresIn\":[]}")]
    [InlineData("{\"expiresIn\":\"soon\"}")]
    [InlineData("<html><body>It works!</body></html>")]
    [InlineData("accessToken=s3cret&expires_in=5")]
    public async Task What_is_not_the_model_s_JSON_is_unreadable_and_not_repeated_to_anyone(string body)
    {
        await using Trial trial = new(Script.Respond("200 OK", body));

        UnreadableResponseException error = await trial.FailsAsync<UnreadableResponseException>(attempts: 1);

        Assert.Single(trial.Server.Requests);
        Assert.DoesNotContain("good", error.ToString());
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData(0xff, 0xfe)]
    [InlineData(0xc0, 0xaf)]
    [InlineData(0xed, 0xa0)]
    [InlineData(0xf5, 0x80)]
    public async Task Bytes_that_are_no_UTF_8_are_no_text(byte first, byte second)
    {
        byte[] body = [.. "{\"accessToken\":\""u8, first, second, .. "\"}"u8];
        await using Trial trial = new(
            Script.Named("not UTF-8").Head("HTTP/1.1 200 OK", $"Content-Length: {body.Length}").Send(body)
        );

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public async Task Another_encoding_than_UTF_8_is_unreadable(string encoding)
    {
        byte[] body = Encoding.GetEncoding(encoding).GetBytes("""{"accessToken":"good"}""");
        await using Trial trial = new(
            Script
                .Named(encoding)
                .Head(
                    "HTTP/1.1 200 OK",
                    $"Content-Type: application/json; charset={encoding}",
                    $"Content-Length: {body.Length}"
                )
                .Send(body)
        );

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Depth_ends_in_an_error_and_not_in_the_stack(string open, string close)
    {
        const int Depth = 100_000;
        string deep =
            string.Concat(Enumerable.Repeat(open, Depth)) + "1" + string.Concat(Enumerable.Repeat(close, Depth));
        await using Trial trial = new(Script.Respond("200 OK", $$"""{"accessToken":"good","unknown":{{deep}}}"""));

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("28800")]
    [InlineData("28800.0")]
    [InlineData("2.88e4")]
    [InlineData("\"28800\"")]
    public async Task A_whole_number_is_read_however_it_is_written(string number)
    {
        await using Trial trial = new(Script.Respond("200 OK", $$"""{"accessToken":"good","expiresIn":{{number}}}"""));

        Assert.Equal(28800, (await trial.CallAsync()).ExpiresIn);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        await using Trial trial = new(Script.Respond("200 OK", "\ufeff" + """{"accessToken":"good"}"""));

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Theory]
    [InlineData("200 OK")]
    [InlineData("204 No Content")]
    public async Task No_body_is_an_empty_object(string status)
    {
        await using Trial trial = new(Script.Respond(status));

        Assert.Null((await trial.CallAsync()).AccessToken);
    }

    [Fact]
    public async Task A_long_text_and_many_members_are_read()
    {
        string members = string.Concat(Enumerable.Range(0, 10_000).Select(static n => $"\"m{n}\":{n},"));
        string token = new('t', 1_000_000);
        await using Trial trial = new(Script.Respond("200 OK", $$"""{{{members}}"accessToken":"{{token}}"}"""));

        Assert.Equal(token, (await trial.CallAsync()).AccessToken);
    }
}
