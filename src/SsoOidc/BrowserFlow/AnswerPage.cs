using System.Net;
using System.Text;

namespace SsoOidc;

/// <summary>The page that a browser shows after it came back: plain HTML without anything from elsewhere.</summary>
internal static class AnswerPage
{
    public static byte[] Success() =>
        Response(HttpStatusCode.OK, "Signed in", "You can close this page and go back to where you started.");

    public static byte[] Failure(AuthorizationResponse response) =>
        Response(
            HttpStatusCode.OK,
            "Not signed in",
            $"The service says: {response.ErrorDescription ?? response.Error} Go back to where you started to try again."
        );

    public static byte[] Foreign() =>
        Response(
            HttpStatusCode.BadRequest,
            "Not signed in",
            "This answer does not belong to the sign-in that is waiting. Go back to where you started to try again."
        );

    public static byte[] BadRequest() =>
        Response(HttpStatusCode.BadRequest, "Not understood", "Only the answer to a sign-in is expected here.");

    public static byte[] NotFound() =>
        Response(HttpStatusCode.NotFound, "Nothing here", "Only the answer to a sign-in is expected here.");

    private static byte[] Response(HttpStatusCode status, string title, string text)
    {
        string page = $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>body { font: 1.1rem/1.5 sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem; color-scheme: light dark }</style>
            </head>
            <body>
            <main>
            <h1>{{title}}</h1>
            <p>{{WebUtility.HtmlEncode(text)}}</p>
            </main>
            </body>
            </html>
            """;
        byte[] body = Encoding.UTF8.GetBytes(page);
        string head = string.Join(
            "\r\n",
            $"HTTP/1.1 {(int)status} {status}",
            "Content-Type: text/html; charset=utf-8",
            $"Content-Length: {body.Length}",
            "Cache-Control: no-store",
            "Referrer-Policy: no-referrer",
            "X-Content-Type-Options: nosniff",
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            "Connection: close",
            "",
            ""
        );
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
