namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What may stand before the root of a document: a declaration, comments and processing instructions (XML 1.0 §2.8).</summary>
internal static class XmlProlog
{
    /// <summary>Takes everything before the root.</summary>
    /// <exception cref="MalformedContentException">It is malformed, or declares a document type or another encoding than UTF-8.</exception>
    public static void Take(ref XmlScanner scanner)
    {
        // Some services keep a connection open with blanks before they respond.
        scanner.TryTake("\uFEFF"u8);
        scanner.SkipBlanks();
        if (
            scanner.StartsWith("<?xml"u8)
            && scanner.Rest is [_, _, _, _, _, var next, ..]
            && XmlCharacters.IsBlank(next)
        )
        {
            TakeDeclaration(ref scanner);
        }

        TakeComments(ref scanner);
    }

    /// <summary>Takes comments, processing instructions and blanks.</summary>
    public static void TakeComments(ref XmlScanner scanner)
    {
        do
        {
            scanner.SkipBlanks();
        } while (scanner.TryTakeComment());
    }

    private static void TakeDeclaration(ref XmlScanner scanner)
    {
        int position = scanner.Position;
        scanner.Position += "<?xml"u8.Length;
        int length = scanner.Rest.IndexOf("?>"u8);
        if (length < 0)
        {
            throw scanner.CutOff();
        }

        ReadOnlySpan<byte> rest = scanner.Rest[..length];
        scanner.Position += length + "?>"u8.Length;
        if (!TryTakePart(ref rest, "version"u8, out ReadOnlySpan<byte> version) || !version.SequenceEqual("1.0"u8))
        {
            throw new MalformedContentException("Expected XML 1.0", position);
        }

        if (TryTakePart(ref rest, "encoding"u8, out ReadOnlySpan<byte> encoding) && !IsUtf8(encoding))
        {
            throw new MalformedContentException("The document declares another encoding than UTF-8", position);
        }

        bool isSound =
            !TryTakePart(ref rest, "standalone"u8, out ReadOnlySpan<byte> alone)
            || alone.SequenceEqual("yes"u8)
            || alone.SequenceEqual("no"u8);
        if (!isSound || !rest.Trim(XmlCharacters.Blanks).IsEmpty)
        {
            throw new MalformedContentException("The XML declaration is malformed", position);
        }
    }

    private static bool TryTakePart(
        ref ReadOnlySpan<byte> rest,
        scoped ReadOnlySpan<byte> name,
        out ReadOnlySpan<byte> value
    )
    {
        value = default;
        ReadOnlySpan<byte> part = rest.TrimStart(XmlCharacters.Blanks);
        if (part.Length == rest.Length || !part.StartsWith(name))
        {
            return false;
        }

        part = part[name.Length..].TrimStart(XmlCharacters.Blanks);
        if (part is not [(byte)'=', ..])
        {
            return false;
        }

        part = part[1..].TrimStart(XmlCharacters.Blanks);
        if (part is not [(byte)'"' or (byte)'\'', ..] || part[1..].IndexOf(part[0]) is not (>= 0 and var length))
        {
            return false;
        }

        value = part.Slice(1, length);
        rest = part[(length + 2)..];
        return true;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> encoding) =>
        encoding is [var u, var t, var f, (byte)'-', (byte)'8'] && (u | 0x20, t | 0x20, f | 0x20) == ('u', 't', 'f');
}
