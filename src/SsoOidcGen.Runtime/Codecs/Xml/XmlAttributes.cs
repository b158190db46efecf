namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The attributes of a start tag that was checked already.</summary>
/// <param name="document">The document.</param>
/// <param name="start">Where the first one begins, or the blanks before it.</param>
/// <param name="end">Where the last one ends.</param>
internal ref struct XmlAttributes(ReadOnlySpan<byte> document, int start, int end)
{
    private readonly ReadOnlySpan<byte> _document = document;
    private int _position = start;

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value as the document has it.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>The index of the value.</summary>
    public int ValuePosition { get; private set; }

    public bool MoveNext()
    {
        ReadOnlySpan<byte> rest = _document[_position..end].TrimStart(XmlCharacters.Blanks);
        if (rest.IsEmpty)
        {
            return false;
        }

        Name = rest[..XmlCharacters.NameLength(rest)];
        int quote = rest.IndexOfAny((byte)'"', (byte)'\'');
        int length = rest[(quote + 1)..].IndexOf(rest[quote]);
        ValuePosition = end - rest.Length + quote + 1;
        Value = _document.Slice(ValuePosition, length);
        _position = ValuePosition + length + 1;
        return true;
    }
}
