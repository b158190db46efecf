namespace SsoOidcGen.Runtime;

/// <summary>Looks headers up wherever <see cref="HttpResponseMessage"/> keeps them.</summary>
internal static class ResponseHeaders
{
    public static string? Get(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;
}
