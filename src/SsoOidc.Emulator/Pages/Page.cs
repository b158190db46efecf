using System.Security.Cryptography;
using System.Text;

namespace SsoOidc.Emulator;

/// <summary>The frame of every page: no script, nothing from elsewhere, usable with a keyboard and a screen reader.</summary>
internal static class Page
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --ground: #f3f4f6; --sheet: #fff; --edge: #768390; --accent: #0b5cad; --on-accent: #fff; --alert: #b3261e }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --ground: #0e1116; --sheet: #1a1f26; --edge: #8c959f; --accent: #8ac0ff; --on-accent: #0b1a2b; --alert: #ffb4ab } }
        * { box-sizing: border-box }
        body { margin: 0; padding: 8vh 1rem; background: var(--ground); color: var(--ink); font: 1.05rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
        main { max-width: 30rem; margin: auto; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--edge); border-radius: .75rem }
        footer { max-width: 30rem; margin: .75rem auto; font-size: .9rem; text-align: center }
        h1 { margin: 0; font-size: 1.5rem; line-height: 1.25 }
        p { margin: .75rem 0 0 }
        label { display: block; margin-top: .75rem; font-weight: 600 }
        input, button { width: 100%; min-height: 2.75rem; padding: .5rem 1rem; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--edge); border-radius: .5rem }
        input { margin-top: .25rem; letter-spacing: .15em; text-transform: uppercase }
        button { margin-top: .75rem; font-weight: 600; cursor: pointer }
        button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent) }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
        .code { font: 700 1.6rem/1.2 ui-monospace, monospace; letter-spacing: .1em }
        [role=alert] { padding-left: .75rem; color: var(--alert); border-left: .3rem solid }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private static readonly Html StyleText = StyleElement();

    /// <param name="context">The request to respond to.</param>
    /// <param name="title">Title and heading.</param>
    /// <param name="content">What stands below the heading.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="redirectSource">Where else a form on the page may lead, as a source of the content security policy.</param>
    public static Task WriteAsync(
        HttpContext context,
        string title,
        Html content,
        int status = StatusCodes.Status200OK,
        string redirectSource = ""
    )
    {
        Html page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} – SSO emulator</title>
            {StyleText}
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            {content}
            </main>
            <footer>An emulator on this machine; no real account is involved.</footer>
            </body>
            </html>

            """;
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // Not no-referrer: that would make browsers send "Origin: null" with the page's own forms.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self' {redirectSource}";
        return response.WriteAsync(page.ToString());
    }

    private static Html StyleElement()
    {
        var element = new Html(0, 0);
        element.AppendLiteral($"<style>{Style}</style>");
        return element;
    }
}
