using System.Text;
using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Compares bodies as their media type asks for.</summary>
internal static class SmithyBody
{
    /// <summary>Null when they say the same.</summary>
    /// <param name="expected">Text; base64 where the type is a binary one.</param>
    public static string? Difference(ReadOnlySpan<byte> actual, string expected, string? mediaType)
    {
        string text = Encoding.UTF8.GetString(actual);
        bool isSame = mediaType switch
        {
            _ when expected.Length == 0 => actual.IsEmpty,
            "application/json" => JsonElement.DeepEquals(Json(text), Json(expected)),
            "application/xml" => XmlText.HoldSame(text, expected),
            "application/x-www-form-urlencoded" => Pairs(text).SequenceEqual(Pairs(expected)),
            "application/cbor" => Same(actual.ToArray(), Convert.FromBase64String(expected)),
            _ => text == expected,
        };
        return isSame
            ? null
            : $"body: '{Readable(actual, mediaType)}' instead of '{Readable(Bytes(expected, mediaType), mediaType)}'";
    }

    /// <summary>The bytes of a body that a case gives.</summary>
    public static byte[] Bytes(string body, string? mediaType) =>
        mediaType is "application/cbor" ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body);

    private static string Readable(ReadOnlySpan<byte> body, string? mediaType) =>
        mediaType is "application/cbor" && !body.IsEmpty
            ? CborJson.Convert(body.ToArray())
            : Encoding.UTF8.GetString(body);

    private static bool Same(byte[] actual, byte[] expected) =>
        JsonElement.DeepEquals(Json(CborJson.Convert(actual)), Json(CborJson.Convert(expected)));

    private static IEnumerable<string> Pairs(string form) =>
        form.Split('&')
            .Select(static pair => Uri.UnescapeDataString(pair.Trim().Replace('+', ' ')))
            .Order(StringComparer.Ordinal);

    private static JsonElement Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
