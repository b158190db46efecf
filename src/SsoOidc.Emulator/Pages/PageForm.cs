namespace SsoOidc.Emulator;

/// <summary>
/// Reads the forms of the emulator's own pages and keeps other web sites from pressing the buttons: browsers name the
/// origin of every form they post. It is compared with the emulator's own address, not with the Host header, which a
/// site that rebinds its name would control.
/// </summary>
internal static class PageForm
{
    /// <returns>The fields; <see langword="null"/> if the form was refused and the request is answered.</returns>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (IsOwnOrigin(context) && context.Request.HasFormContentType)
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }

        await Page.WriteAsync(
            context,
            "Not accepted",
            $"""<p role="alert">The form was not sent from this page. Open the page in your browser and try again.</p>""",
            StatusCodes.Status403Forbidden
        );
        return null;
    }

    private static bool IsOwnOrigin(HttpContext context)
    {
        int port = context.Connection.LocalPort;
        string origin = context.Request.Headers.Origin.ToString();
        return origin == $"http://127.0.0.1:{port}" || origin == $"http://localhost:{port}";
    }
}
