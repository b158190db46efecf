using System.Security.Cryptography;
using System.Text;

namespace SsoOidc.Emulator;

/// <summary>The frame of every page: no script, nothing from elsewhere, usable with a keyboard and a screen reader.</summary>
internal static class Page
{
    private const string Style = """
        :root { color-scheme: light dark }
        body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
        input, button { font: inherit; padding: .5rem 1rem; margin: .25rem .5rem .25rem 0 }
        input { letter-spacing: .15em }
        .code { font: 700 1.6rem monospace; letter-spacing: .1em }
        [role=alert] { border-left: .3rem solid currentColor; padding-left: 1rem }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private static readonly Html StyleText = StyleElement();

    /// <param name="context">The request to answer.</param>
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
