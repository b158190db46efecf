using System.ComponentModel;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Walks the one member of a union.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class XmlUnions
{
    /// <summary>Moves to the union's next member; at the end leaves the union.</summary>
    /// <param name="reader">A reader on or in the union's element.</param>
    /// <param name="found">What was read so far.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <exception cref="MalformedContentException">The union has more than one member.</exception>
    public static bool NextUnionMember(this ref Utf8XmlReader reader, object? found, out ReadOnlySpan<byte> name) =>
        reader.NextMember(out name)
        && (found is null ? true : throw new MalformedContentException("A union has a second member", reader.Position));

    /// <summary>Skips the value of a member that the model does not know.</summary>
    /// <returns>The member's name.</returns>
    public static string SkipNamed(this ref Utf8XmlReader reader, scoped ReadOnlySpan<byte> name)
    {
        reader.Skip();
        return Encoding.UTF8.GetString(name);
    }

    /// <summary>The exception for a union without a member.</summary>
    /// <param name="reader">A reader behind the union.</param>
    /// <param name="union">The union's name.</param>
    public static MalformedContentException Empty(ref Utf8XmlReader reader, string union) =>
        new($"The union {union} has no member", reader.Position);
}
