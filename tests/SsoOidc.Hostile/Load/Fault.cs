using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile.Load;

/// <summary>What a service does to a request instead of answering it, and what the call ends with if it was the last.</summary>
internal sealed record Fault(Script Script, Type Exception, bool IsRetried)
{
    private const string Cut = "{\"accessTok";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Retried<ServiceUnreachableException>(Script.Named("reset").Reset()),
        Retried<ServiceUnreachableException>(Script.Named("closed").Close()),
        Retried<ServiceUnreachableException>(Script.Named("no HTTP").Send("garbage\r\n\r\n").Close()),
        Retried<ServiceUnreachableException>(Script.Named("cut").Send("HTTP/1.1 200 OK\r\nConten").Reset()),
        Retried<SsoOidcException>(Script.Respond("503 Busy", "<html>Busy</html>")),
        Retried<SsoOidcException>(Script.Respond("500 Down", "{}", "Connection: close").Close()),
        Retried<SsoOidcException>(Script.Respond("429 Slowly", "{}", "x-amzn-ErrorType: TooManyRequestsException")),
        Retried<InternalServerException>(
            Script
                .Named("cut error")
                .Head("HTTP/1.1 500 Down", "x-amzn-ErrorType: InternalServerException", "Content-Length: 9")
                .Close()
        ),
        Final<AuthorizationPendingException>(
            Script.Respond("400 Pending", """{"error":"authorization_pending","error_description":"wait"}""")
        ),
        Final<SsoOidcException>(Script.Respond("307 Elsewhere", "", "Location: https://elsewhere.example/")),
        Final<UnreadableResponseException>(Script.Respond("200 OK", "<html>It works!</html>")),
        Final<UnreadableResponseException>(
            Script.Named("cut").Head("HTTP/1.1 200 OK", "Content-Length: 40").Send(Cut).Close()
        ),
        Final<UnreadableResponseException>(
            Script.Named("reset").Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked").Send("40\r\n" + Cut).Reset()
        ),
    ];

    private static Fault Retried<T>(Script script)
        where T : ServiceException => new(script, typeof(T), IsRetried: true);

    private static Fault Final<T>(Script script)
        where T : ServiceException => new(script, typeof(T), IsRetried: false);
}
