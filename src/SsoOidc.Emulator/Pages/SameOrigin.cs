namespace SsoOidc.Emulator;

/// <summary>
/// Keeps other web sites from pressing the buttons: browsers name the origin of every form they post. The emulator's
/// own address counts, not the Host header, which a site that rebinds its name would control.
/// </summary>
internal static class SameOrigin
{
    public static bool Holds(HttpContext context)
    {
        int port = context.Connection.LocalPort;
        string origin = context.Request.Headers.Origin.ToString();
        return origin == $"http://127.0.0.1:{port}" || origin == $"http://localhost:{port}";
    }

    public static Task RefuseAsync(HttpContext context) =>
        Page.WriteAsync(
            context,
            "Not accepted",
            $"""<p role="alert">The form was not sent from this page. Open the page in your browser and try again.</p>""",
            StatusCodes.Status403Forbidden
        );
}
