using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>An API key in the query.</summary>
/// <param name="name">The query parameter.</param>
internal sealed class ApiKeyQueryAuthScheme(string name) : ApiKeyAuthScheme
{
    private readonly string _parameter = Uri.EscapeDataString(name) + "=";

    internal override void AddSecrets(HttpRequestMessage message, SensitiveValues secrets)
    {
        // The key is the end of the address.
        string address = message.RequestUri!.OriginalString;
        int start = address.LastIndexOf(_parameter, StringComparison.Ordinal);
        if (start >= 0)
        {
            secrets.Add(Uri.UnescapeDataString(address[(start + _parameter.Length)..]));
        }
    }

    protected override void Add(HttpRequestMessage message, string key)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw new ConfigurationException($"{Source} gave an empty key.");
        }

        string address = message.RequestUri!.OriginalString;
        char separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        message.RequestUri = RequestTarget.Verbatim($"{address}{separator}{_parameter}{Uri.EscapeDataString(key)}");
        (message.Content as BoundContent)?.Rebind();
    }
}
