using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Walks the members of JSON objects and the items of arrays.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonMembers
{
    /// <summary>
    /// Moves a reader that stands inside an object to the value of its next member that is not null.
    /// Null members count as absent, as they do in every AWS JSON protocol.
    /// </summary>
    /// <param name="reader">A reader on the object's start or on the end of its last value.</param>
    /// <param name="name">The unescaped name, valid until the reader moves on.</param>
    /// <returns>False at the end of the object.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool NextMember(this ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            name = reader.ValueIsEscaped || reader.HasValueSequence ? UnescapedName(ref reader) : reader.ValueSpan;
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    /// <summary>Moves to the next item of an array.</summary>
    /// <returns>False at the end of the array.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool NextItem(this ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Checks that the reader stands on the start of an object.</summary>
    /// <exception cref="MalformedContentException">It stands on something else.</exception>
    public static void ExpectObject(this ref Utf8JsonReader reader) => reader.Expect(JsonTokenType.StartObject);

    /// <summary>Checks that the reader stands on the start of an array.</summary>
    /// <exception cref="MalformedContentException">It stands on something else.</exception>
    public static void ExpectArray(this ref Utf8JsonReader reader) => reader.Expect(JsonTokenType.StartArray);

    internal static void Expect(this ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
        {
            throw Unexpected(expected.ToString(), reader.TokenType, reader.TokenStartIndex);
        }
    }

    /// <summary>The text of a string or a name. Bytes that are no UTF-8 and halves of surrogate pairs are no text.</summary>
    /// <exception cref="MalformedContentException">It is no text.</exception>
    internal static string Text(this ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Its own exception quotes the bytes.
            throw new MalformedContentException("Expected Unicode text", reader.TokenStartIndex);
        }
    }

    internal static MalformedContentException Unexpected(string expected, JsonTokenType found, long position) =>
        new($"Expected {expected} but found {found}", position);

    private static byte[] UnescapedName(ref Utf8JsonReader reader) => Encoding.UTF8.GetBytes(reader.Text());
}
