using System.Globalization;

namespace SsoOidcGen.Runtime;

/// <summary>Content that does not follow its format, or holds another type than the model's.</summary>
public sealed class MalformedContentException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong; nothing of the content itself.</param>
    /// <param name="position">The zero-based index of the byte where it was found.</param>
    public MalformedContentException(string message, long position)
        : base(string.Create(CultureInfo.InvariantCulture, $"{message} at byte {position}.")) => Position = position;

    /// <summary>Creates the exception for a header, or for a body that is refused as a whole.</summary>
    /// <param name="message">What was wrong; nothing of the content itself.</param>
    internal MalformedContentException(string message)
        : base(message) { }

    /// <summary>The zero-based index of the byte where the problem was found; null for a header, and for a body that is refused as a whole.</summary>
    public long? Position { get; }
}
