namespace SsoOidc.Emulator;

internal static class Origin
{
    /// <summary>
    /// The origin the emulator listens on. The Host header is not asked: tests may send requests for the service's
    /// real host names here.
    /// </summary>
    public static string Of(HttpContext context) => $"http://127.0.0.1:{context.Connection.LocalPort}";
}
