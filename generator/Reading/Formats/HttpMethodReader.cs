using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

internal static class HttpMethodReader
{
    /// <summary>Null, with a diagnostic, when there is none or it is unknown.</summary>
    /// <param name="http">The HTTP binding of an operation.</param>
    public static string? Read(JsonFields http)
    {
        string? method = http.RequiredText("method");
        if (method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" or null)
        {
            return method;
        }

        http.Wrong("method", "an HTTP method such as GET or POST", $"'{method}'");
        return null;
    }
}
