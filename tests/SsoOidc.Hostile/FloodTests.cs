using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Responses that do not end by themselves.</summary>
public sealed class FloodTests
{
    private static readonly string Kilobyte = new('x', 1024);

    public static TheoryData<Script> EndlessHeads =>
        [
            Script.Named("a status line").Send("HTTP/1.1 200 ").SendForever(Kilobyte),
            Script.Named("a header's name").Send("HTTP/1.1 200 OK\r\n").SendForever(Kilobyte),
            Script.Named("a header's value").Send("HTTP/1.1 200 OK\r\nx-long: ").SendForever(Kilobyte),
            Script.Named("headers").Send("HTTP/1.1 200 OK\r\n").SendForever("x-many: 1\r\n"),
            Script.Named("folded lines").Send("HTTP/1.1 200 OK\r\nx-long: 1\r\n").SendForever(" 1\r\n"),
            Script.Named("interim responses").SendForever("HTTP/1.1 103 Early Hints\r\nx-hint: 1\r\n\r\n"),
            Script.Named("what is not HTTP").SendForever(Kilobyte),
        ];

    public static TheoryData<Script> EndlessBodies =>
        [
            Script.Named("a body").Head("HTTP/1.1 200 OK", "Connection: close").SendForever(Kilobyte),
            Script
                .Named("an announced body")
                .Head("HTTP/1.1 200 OK", $"Content-Length: {1L << 50}")
                .SendForever(Kilobyte),
            Script
                .Named("chunks")
                .Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked")
                .SendForever($"400\r\n{Kilobyte}\r\n"),
        ];

    [Theory]
    [MemberData(nameof(EndlessHeads))]
    public async Task A_head_without_end_is_given_up(Script script)
    {
        await using Trial trial = new(script);

        await trial.FailsAsync<ServiceUnreachableException>(attempts: 3);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task Trailers_without_end_are_given_up()
    {
        await using Trial trial = new(
            Script
                .Named("trailers")
                .Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked")
                .Send("2\r\n{}\r\n0\r\n")
                .SendForever("x-many: 1\r\n")
        );

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);
        await trial.RecoversAsync();
    }

    [Theory]
    [MemberData(nameof(EndlessBodies))]
    public async Task A_body_without_end_is_given_up_at_the_limit(Script script)
    {
        await using Trial trial = new(script);
        trial.Options.MaxResponseBytes = 1024 * 1024;

        await trial.FailsAsync<ResponseTooLargeException>(attempts: 1);

        Assert.Single(trial.Server.Requests);
        await trial.RecoversAsync();
    }
}
