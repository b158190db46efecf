using System.Globalization;
using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>
/// Integers as some services write them: <c>28800.0</c>, <c>"28800"</c>. The AWS SDKs read them, and refusing a response
/// costs what it holds.
/// </summary>
internal static class LooseInteger
{
    /// <exception cref="MalformedContentException">It is no number, or out of range.</exception>
    public static decimal Read(ref Utf8JsonReader reader, decimal minimum, decimal maximum, string expected)
    {
        string? text = reader.TokenType switch
        {
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.String => reader.Text(),
            _ => throw JsonMembers.Unexpected(expected, reader.TokenType, reader.TokenStartIndex),
        };
        return
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && decimal.Truncate(number) is var integer
            && integer >= minimum
            && integer <= maximum
            ? integer
            : throw new MalformedContentException($"Expected {expected}", reader.TokenStartIndex);
    }
}
