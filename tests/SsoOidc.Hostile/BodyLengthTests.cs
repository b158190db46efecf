using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>What a response says about the length of its body (RFC 9112 §6).</summary>
public sealed class BodyLengthTests
{
    private const string Token = """{"accessToken":"good"}""";

    public static TheoryData<Script> Readable =>
        [
            Headed("no length, up to the end of the connection", "Connection: close").Send(Token).Close(),
            Headed("the same length twice", "Content-Length: 22", "Content-Length: 22").Send(Token),
            Headed("leading zeros", "Content-Length: 00022").Send(Token),
            Headed("chunks in lower case", "Transfer-Encoding: chunked").Send($"0016\r\n{Token}\r\n0\r\n\r\n"),
            Headed("a name in capitals", "TRANSFER-ENCODING: CHUNKED").Send($"16\r\n{Token}\r\n0\r\n\r\n"),
            Headed("an extension", "Transfer-Encoding: chunked").Send($"16;name=\"value\"\r\n{Token}\r\n0\r\n\r\n"),
            Headed("a trailer", "Transfer-Encoding: chunked").Send($"16\r\n{Token}\r\n0\r\nx-amz-late: 1\r\n\r\n"),
            Headed("chunks of a byte", "Transfer-Encoding: chunked").Send(InChunksOfAByte(Token)),
            Headed("a length and chunks", "Content-Length: 5", "Transfer-Encoding: chunked")
                .Send($"16\r\n{Token}\r\n0\r\n\r\n"),
        ];

    public static TheoryData<Script> Unreadable =>
        [
            Headed("shorter than the body", "Content-Length: 10").Send(Token),
            Headed("zero with a cut body", "Content-Length: 1").Send(Token),
            Headed("a size that is no number", "Transfer-Encoding: chunked").Send($"zz\r\n{Token}\r\n0\r\n\r\n"),
            Headed("a negative size", "Transfer-Encoding: chunked").Send($"-1\r\n{Token}\r\n0\r\n\r\n"),
            Headed("an empty size", "Transfer-Encoding: chunked").Send($"\r\n{Token}\r\n0\r\n\r\n"),
            Headed("a size beyond 64 bits", "Transfer-Encoding: chunked").Send("FFFFFFFFFFFFFFFFFF\r\n{}"),
            Headed("a chunk longer than its size", "Transfer-Encoding: chunked").Send($"2\r\n{Token}\r\n0\r\n\r\n"),
            Headed("an extension without an end", "Transfer-Encoding: chunked").Send("16;").SendForever("a=b;"),
        ];

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_body_is_read_however_its_length_is_told(Script script)
    {
        await using Trial trial = new(script);

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        await trial.RecoversAsync();
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_body_whose_length_is_wrong_is_unreadable_and_spoils_no_other_call(Script script)
    {
        await using Trial trial = new(script);

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);

        Assert.Single(trial.Server.Requests);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: +22")]
    [InlineData("Content-Length: 0x16")]
    [InlineData("Content-Length: 22, 22")]
    [InlineData("Content-Length: twenty")]
    [InlineData("Content-Length: 99999999999999999999999")]
    [InlineData("Content-Length: 22\r\nContent-Length: 23")]
    [InlineData("Transfer-Encoding: identity")]
    public async Task A_length_that_is_none_ends_in_a_token_or_an_error_and_never_hangs(string header)
    {
        await using Trial trial = new(Headed(header, header, "Connection: close").Send(Token).Close());

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.True(failure is null or ServiceException, failure?.ToString());
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task A_longer_body_than_announced_is_not_taken_for_the_next_response()
    {
        const string Smuggled = "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"accessToken\":\"smuggled\"}";
        await using Trial trial = new(
            Script.Named("two responses").Send($"HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{Token}{Smuggled}")
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        await trial.RecoversAsync();
        Assert.Equal(2, trial.Server.Connections);
    }

    private static Script Headed(string name, params string[] headers) =>
        Script.Named(name).Head("HTTP/1.1 200 OK", headers);

    private static string InChunksOfAByte(string text) =>
        string.Concat(text.Select(static letter => $"1\r\n{letter}\r\n")) + "0\r\n\r\n";
}
