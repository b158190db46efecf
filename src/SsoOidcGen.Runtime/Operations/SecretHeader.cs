using System.Net.Http.Headers;

namespace SsoOidcGen.Runtime;

/// <summary>A header whose value is a secret, behind the name of a scheme or on its own (RFC 9110 §11.4).</summary>
internal static class SecretHeader
{
    public const string Authorization = "Authorization";

    /// <summary>Sets the header of a message, whatever it was before.</summary>
    /// <param name="message">The message.</param>
    /// <param name="name">The header.</param>
    /// <param name="scheme">Goes before the secret; null: nothing does.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="option">Where it comes from, for the message.</param>
    /// <exception cref="ConfigurationException">The secret is empty, or no text for a header.</exception>
    public static void Set(HttpRequestMessage message, string name, string? scheme, string secret, string option)
    {
        if (string.IsNullOrEmpty(secret) || !HeaderText.IsValue(secret))
        {
            throw new ConfigurationException(
                $"{option} gave a secret that the header {name} cannot carry: it is empty, or has a line break or a character beyond ASCII."
            );
        }

        message.Headers.Remove(name);
        message.Headers.TryAddWithoutValidation(name, scheme is null ? secret : $"{scheme} {secret}");
    }

    /// <summary>The secret that a header of a message holds; null when it has none of that scheme.</summary>
    public static string? Find(HttpRequestMessage message, string name, string? scheme)
    {
        if (!message.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values))
        {
            return null;
        }

        string value = values.ToString();
        return scheme is null ? value
            : value.StartsWith(scheme + " ", StringComparison.Ordinal) ? value[(scheme.Length + 1)..]
            : null;
    }
}
