using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>An API key in a header.</summary>
/// <param name="name">The header.</param>
/// <param name="scheme">Goes before the key; null: nothing does.</param>
internal sealed class ApiKeyHeaderAuthScheme(string name, string? scheme) : ApiKeyAuthScheme
{
    internal override void AddSecrets(HttpRequestMessage message, SensitiveValues secrets) =>
        secrets.Add(SecretHeader.Find(message, name, scheme));

    protected override void Add(HttpRequestMessage message, string key) =>
        SecretHeader.Set(message, name, scheme, key, Source);
}
