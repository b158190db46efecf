using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Finds what describes an error in a document.</summary>
internal static class XmlErrors
{
    /// <summary>
    /// A reader on the element that describes an error: the root if it is called <c>Error</c>; else the root's child of that
    /// name; else the first one in the root's child <c>Errors</c>; else the root itself.
    /// </summary>
    /// <exception cref="MalformedContentException">The document is not well-formed.</exception>
    public static Utf8XmlReader ReaderOf(ReadOnlySpan<byte> document)
    {
        Utf8XmlReader root = XmlText.ReaderOf(document);
        return IsError(root.Name) ? root
            : TryFind(root, "Error"u8, out Utf8XmlReader error) ? error
            : TryFind(root, "Errors"u8, out Utf8XmlReader errors) && TryFind(errors, "Error"u8, out error) ? error
            : root;
    }

    private static bool IsError(ReadOnlySpan<byte> name) => name.SequenceEqual("Error"u8);

    private static bool TryFind(Utf8XmlReader parent, ReadOnlySpan<byte> wanted, out Utf8XmlReader found)
    {
        while (parent.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual(wanted))
            {
                parent.BecomeTop();
                found = parent;
                return true;
            }

            parent.Skip();
        }

        found = default;
        return false;
    }
}
