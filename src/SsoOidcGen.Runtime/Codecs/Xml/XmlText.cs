namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>XML as services send it.</summary>
internal static class XmlText
{
    /// <summary>A reader on the root; on an empty element when there is no document.</summary>
    public static Utf8XmlReader ReaderOf(ReadOnlySpan<byte> document) => new(document.IsEmpty ? "<_/>"u8 : document);

    /// <summary>A reader on an element in the root; on the root when it has none of that name.</summary>
    /// <param name="document">The whole document; an empty one has an empty root.</param>
    /// <param name="wrapper">The element's name.</param>
    public static Utf8XmlReader ReaderOf(ReadOnlySpan<byte> document, ReadOnlySpan<byte> wrapper)
    {
        Utf8XmlReader root = ReaderOf(document);
        Utf8XmlReader reader = root;
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual(wrapper))
            {
                reader.BecomeTop();
                return reader;
            }

            reader.Skip();
        }

        return root;
    }
}
