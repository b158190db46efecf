namespace SsoOidc.Emulator;

/// <summary>
/// Reads the forms of the emulator's own pages and keeps other web sites from pressing the buttons: browsers name the
/// origin of every form they post. It is compared with the emulator's own address, not with the Host header, which a
/// site that rebinds its name would control.
/// </summary>
internal static class PageForm
{
    /// <returns>The fields; <see langword="null"/> if the form was refused and the response is written.</returns>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (!IsOwnOrigin(context) || !context.Request.HasFormContentType)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "The form was not sent from this page.");
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The form cannot be read.");
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason) =>
        Page.WriteAsync(
            context,
            "Not accepted",
            $"""<p role="alert">{reason} Open the page in your browser and try again.</p>""",
            status
        );

    private static bool IsOwnOrigin(HttpContext context)
    {
        int port = context.Connection.LocalPort;
        string origin = context.Request.Headers.Origin.ToString();
        return origin == $"http://127.0.0.1:{port}" || origin == $"http://localhost:{port}";
    }
}
