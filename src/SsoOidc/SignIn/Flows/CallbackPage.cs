using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SsoOidc;

/// <summary>The page that a browser shows after it came back: plain HTML without anything from elsewhere.</summary>
internal static class CallbackPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --ground: #f3f4f6; --sheet: #fff; --edge: #8c959f; --good: #1a7f37; --bad: #b3261e }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --ground: #0e1116; --sheet: #1a1f26; --edge: #768390; --good: #56d364; --bad: #ff8a80 } }
        body { margin: 0; padding: 8vh 1rem; background: var(--ground); color: var(--ink); font: 1.05rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
        main { max-width: 30rem; margin: auto; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--edge); border-radius: .75rem }
        .good { border-top: .4rem solid var(--good) }
        .bad { border-top: .4rem solid var(--bad) }
        h1 { margin: 0; font-size: 1.5rem; line-height: 1.25 }
        p { margin: .75rem 0 0 }
        """;

    private const string GoBack = "You can close this page and go back to where you started.";
    private const string OnlyCallbacks = "Only the response to a sign-in is expected here.";

    private static readonly string s_styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static byte[] Success() => Response(HttpStatusCode.OK, "good", "Signed in", GoBack);

    /// <param name="reason">Why the token could not be stored, and what to do next.</param>
    public static byte[] NotStored(string reason) =>
        Response(HttpStatusCode.OK, "bad", "Signed in, but not for long", reason, GoBack);

    /// <param name="reason">What happened and what to do next, as it is told where the sign-in began.</param>
    public static byte[] Failure(string reason) => Response(HttpStatusCode.OK, "bad", "Not signed in", reason, GoBack);

    public static byte[] BadRequest() => Response(HttpStatusCode.BadRequest, "bad", "Not understood", OnlyCallbacks);

    public static byte[] NotFound() => Response(HttpStatusCode.NotFound, "bad", "Nothing here", OnlyCallbacks);

    private static byte[] Response(HttpStatusCode status, string tone, string title, params string[] paragraphs)
    {
        string page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main class="{tone}">
            <h1>{title}</h1>
            {string.Join('\n', paragraphs.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>"))}
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
            $"Content-Security-Policy: default-src 'none'; style-src 'sha256-{s_styleHash}'; frame-ancestors 'none'",
            "Connection: close",
            "",
            ""
        );
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
