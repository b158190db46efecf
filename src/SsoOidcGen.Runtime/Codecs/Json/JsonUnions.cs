using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Walks the one member of a union.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnions
{
    /// <summary>Moves to the union's next member, which <c>__type</c> is not.</summary>
    /// <param name="reader">A reader inside the union's object.</param>
    /// <param name="found">What was read so far.</param>
    /// <param name="name">The member's name, valid until the reader moves on.</param>
    /// <exception cref="MalformedContentException">The union has more than one member.</exception>
    public static bool NextUnionMember(this ref Utf8JsonReader reader, object? found, out ReadOnlySpan<byte> name)
    {
        while (reader.NextMember(out name))
        {
            if (name.SequenceEqual("__type"u8))
            {
                reader.Skip();
            }
            else if (found is not null)
            {
                throw new MalformedContentException("A union has a second member", reader.TokenStartIndex);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Skips the value of a member that the model does not know.</summary>
    /// <returns>The member's name.</returns>
    public static string SkipNamed(this ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        string text = Encoding.UTF8.GetString(name);
        reader.Skip();
        return text;
    }

    /// <summary>The exception for a union without a member.</summary>
    /// <param name="reader">A reader on the union's end.</param>
    /// <param name="union">The union's name.</param>
    public static MalformedContentException Empty(ref Utf8JsonReader reader, string union) =>
        new($"The union {union} has no member", reader.TokenStartIndex);
}
