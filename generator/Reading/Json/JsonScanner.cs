namespace SsoOidcGen.Reading.Json;

/// <summary>Walks a JSON text token by token and says what is missing.</summary>
internal sealed class JsonScanner(JsonFile file)
{
    private const char End = '\0';

    private readonly string _text = file.Text;

    public JsonFile File { get; } = file;

    /// <summary>A leading byte order mark is passed over.</summary>
    public int Position { get; private set; } = file.Text.Length > 0 && file.Text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>The next character; U+0000 at the end, which no token begins with.</summary>
    public char Peek() => Position < _text.Length ? _text[Position] : End;

    public void Advance() => Position++;

    public void SkipWhitespace()
    {
        string text = _text;
        int position = Position;
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
        {
            position++;
        }

        Position = position;
    }

    public bool TryRead(char token)
    {
        SkipWhitespace();
        if (Peek() != token)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>True after a comma, false after the closing bracket.</summary>
    public bool ContinuesAfter(char close)
    {
        if (TryRead(','))
        {
            return true;
        }

        return TryRead(close) ? false : throw Expected($"',' or '{close}'");
    }

    public void ExpectEnd()
    {
        SkipWhitespace();
        if (Position < _text.Length)
        {
            throw Expected("the end of the file");
        }
    }

    public void ReadWord(string word)
    {
        if (string.CompareOrdinal(_text, Position, word, 0, word.Length) != 0)
        {
            throw Expected("a value");
        }

        Position += word.Length;
    }

    /// <summary>Passes over a string and its quotes.</summary>
    /// <returns>The number of characters it takes.</returns>
    public int ReadString()
    {
        int start = Position++;
        while (true)
        {
            SkipPlainText();
            char c = Peek();
            if (c == '"')
            {
                Position++;
                return Position - start;
            }

            if (Position == _text.Length)
            {
                throw new JsonSyntaxException("The string that begins here has no closing '\"'", start, 1);
            }

            if (c < ' ')
            {
                throw Error($"U+{(int)c:X4} must be written as an escape in a string", 1);
            }

            ReadCharacter();
        }
    }

    /// <summary>
    /// Most of a model is prose, with line breaks and quotes: this loop works on locals, which counts before the code is
    /// optimized.
    /// </summary>
    private void SkipPlainText()
    {
        string text = _text;
        int position = Position;
        while (position < text.Length)
        {
            if (text[position] is (>= ' ' and < '\uD800' and not '"' and not '\\') or > '\uDFFF')
            {
                position++;
            }
            else if (
                text[position] == '\\'
                && position + 1 < text.Length
                && JsonText.ReadShort(text[position + 1]) is not null
            )
            {
                position += 2;
            }
            else
            {
                break;
            }
        }

        Position = position;
    }

    /// <summary>Passes over a number.</summary>
    /// <returns>The number of characters it takes.</returns>
    public int ReadNumber()
    {
        int start = Position;
        if (Peek() == '-')
        {
            Position++;
        }

        if (Peek() == '0')
        {
            Position++;
            if (Peek() is >= '0' and <= '9')
            {
                throw Error("A number must not begin with a superfluous 0", 1);
            }
        }
        else
        {
            ReadDigits();
        }

        if (Peek() == '.')
        {
            Position++;
            ReadDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            Position++;
            if (Peek() is '+' or '-')
            {
                Position++;
            }

            ReadDigits();
        }

        return Position - start;
    }

    public JsonSyntaxException Expected(string what) =>
        Position == _text.Length
            ? Error($"Expected {what}, but the file ends", 0)
            : Error($"Expected {what}, but found {Describe(Peek())}", 1);

    private JsonSyntaxException Error(string message, int length) => new(message, Position, length);

    private static string Describe(char c) => c is > ' ' and < '\u007F' ? $"'{c}'" : $"U+{(int)c:X4}";

    private void ReadDigits()
    {
        if (Peek() is < '0' or > '9')
        {
            throw Expected("a digit");
        }

        while (Peek() is >= '0' and <= '9')
        {
            Position++;
        }
    }

    /// <summary>An escape or a surrogate pair: the characters that take more than one place.</summary>
    private void ReadCharacter()
    {
        int start = Position;
        char first = ReadUnit();
        if (!char.IsSurrogate(first))
        {
            return;
        }

        bool hasNext = Position < _text.Length && Peek() != '"';
        if (!char.IsHighSurrogate(first) || !hasNext || !char.IsLowSurrogate(ReadUnit()))
        {
            throw new JsonSyntaxException(
                $"U+{(int)first:X4} is one half of a surrogate pair, and the other half is missing",
                start,
                Position - start
            );
        }
    }

    private char ReadUnit()
    {
        char c = Peek();
        Position++;
        if (c != '\\')
        {
            return c;
        }

        char letter = Peek();
        if (letter == 'u')
        {
            int available = Math.Min(4, _text.Length - Position - 1);
            char code =
                JsonText.ReadHex(_text.AsSpan(Position + 1, available))
                ?? throw Error("Expected four hexadecimal digits after '\\u'", 1);
            Position += 5;
            return code;
        }

        char unit = JsonText.ReadShort(letter) ?? throw Expected("an escape (\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u)");
        Position++;
        return unit;
    }
}
