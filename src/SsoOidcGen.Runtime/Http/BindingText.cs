using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Values as text in paths, query strings and headers (Smithy HTTP bindings).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BindingText
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>Decimal digits.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same number, or <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    public static string Of(float value) => NumberWords.For(value) ?? value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(float)"/>
    public static string Of(double value) =>
        NumberWords.For(value) ?? value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Base64 (RFC 4648 §4).</summary>
    public static string Of(ReadOnlyMemory<byte> value) => Convert.ToBase64String(value.Span);

    /// <summary>JSON text as base64, the form of Smithy's <c>mediaType("application/json")</c> strings in a header.</summary>
    public static string Base64OfText(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>An item of a header list, quoted when it holds a comma or a quotation mark (RFC 9110 §5.6.4).</summary>
    public static string ListItem(string value) =>
        value.AsSpan().IndexOfAny(',', '"') < 0
            ? value
            : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>What follows the last slash of an id.</summary>
    public static string WithoutPath(string id) => id[(id.LastIndexOf('/') + 1)..];

    /// <summary>The compact text of a JSON document.</summary>
    public static string Of(JsonElement value) => value.GetRawText();
}
