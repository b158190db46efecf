using System.Globalization;

namespace SsoOidcGen.Runtime;

/// <summary>Looks headers up wherever <see cref="HttpResponseMessage"/> keeps them.</summary>
internal static class ResponseHeaders
{
    public static string? Get(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    public static string? RequestId(HttpResponseMessage response) =>
        Get(response, "x-amzn-requestid") ?? Get(response, "x-amz-request-id");

    public static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        int.TryParse(Get(response, "x-amz-retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out int ms)
            ? TimeSpan.FromMilliseconds(ms)
            : null;
}
