using SsoOidcGen.Diagnostics;

namespace SsoOidcGen.Reading.Json;

/// <summary>Reads a text as RFC 8259 defines it: nothing more lenient. The first syntax error ends the file.</summary>
internal sealed class JsonParser
{
    /// <summary>The deepest endpoint rules of AWS nest 41 levels. A limit keeps the stack from overflowing.</summary>
    public const int MaximumDepth = 128;

    /// <summary>Fifteen times what the largest model of AWS holds (EC2). A limit keeps the memory bounded.</summary>
    public const int MaximumValues = 1_000_000;

    private readonly JsonScanner _scanner;
    private readonly DiagnosticBag _diagnostics;
    private readonly Func<string, bool>? _isUnread;
    private readonly CancellationToken _cancellationToken;
    private int _depth;
    private int _values;

    private JsonParser(
        JsonFile file,
        DiagnosticBag diagnostics,
        Func<string, bool>? isUnread,
        CancellationToken cancellationToken
    )
    {
        _isUnread = isUnread;
        _scanner = new JsonScanner(file);
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    private JsonFile File => _scanner.File;

    /// <summary>The root value; null, with a diagnostic, when the text is not JSON.</summary>
    /// <param name="file">The text.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="isUnread">The properties that nobody asks for: their values have to be JSON, and nothing of them is kept.</param>
    public static JsonValue? Parse(
        JsonFile file,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken,
        Func<string, bool>? isUnread = null
    )
    {
        JsonParser parser = new(file, diagnostics, isUnread, cancellationToken);
        try
        {
            JsonValue root = parser.ReadValue();
            parser._scanner.ExpectEnd();
            return root;
        }
        catch (JsonSyntaxException error)
        {
            diagnostics.Add(ReadingDiagnostics.NotJson, file.GetSpan(error.Start, error.Length), error.Message);
            return null;
        }
    }

    private JsonValue ReadValue()
    {
        _scanner.SkipWhitespace();
        int start = _scanner.Position;
        if (++_values > MaximumValues)
        {
            throw new JsonSyntaxException($"The file holds more than {MaximumValues} values", start, 1);
        }

        switch (_scanner.Peek())
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return new JsonString(File, start, _scanner.ReadString());
            case '-' or (>= '0' and <= '9'):
                return new JsonNumber(File, start, _scanner.ReadNumber());
            case 't':
                _scanner.ReadWord("true");
                return new JsonBoolean(File, start, true);
            case 'f':
                _scanner.ReadWord("false");
                return new JsonBoolean(File, start, false);
            case 'n':
                _scanner.ReadWord("null");
                return new JsonNull(File, start);
            default:
                throw _scanner.Expected("a value");
        }
    }

    private JsonArray ReadArray()
    {
        int start = Open();
        List<JsonValue> items = [];
        if (!_scanner.TryRead(']'))
        {
            do
            {
                items.Add(ReadValue());
            } while (_scanner.ContinuesAfter(']'));
        }

        _depth--;
        return new JsonArray(File, start, _scanner.Position - start, [.. items]);
    }

    private JsonObject ReadObject()
    {
        int start = Open();
        JsonPropertyList properties = JsonPropertyList.Empty;
        if (!_scanner.TryRead('}'))
        {
            properties = new JsonPropertyList();
            do
            {
                ReadProperty(properties);
            } while (_scanner.ContinuesAfter('}'));
        }

        _depth--;
        return new JsonObject(File, start, _scanner.Position - start, properties);
    }

    private void ReadProperty(JsonPropertyList properties)
    {
        (int start, int length) = ReadName();
        string name = File.Decode(start + 1, length - 2);
        if (_isUnread?.Invoke(name) == true)
        {
            SkipValue();
            return;
        }

        JsonProperty property = new(name, start, length, ReadValue());
        if (!properties.Set(property))
        {
            _diagnostics.Add(ReadingDiagnostics.DuplicateProperty, property.NameSpan, name);
        }
    }

    /// <summary>The name of a property, and the colon behind it.</summary>
    private (int Start, int Length) ReadName()
    {
        _scanner.SkipWhitespace();
        int start = _scanner.Position;
        if (_scanner.Peek() != '"')
        {
            throw _scanner.Expected("a property name in double quotes");
        }

        int length = _scanner.ReadString();
        return _scanner.TryRead(':')
            ? (start, length)
            : throw _scanner.Expected($"':' after the property name '{File.Decode(start + 1, length - 2)}'");
    }

    /// <summary>Passes over a value, and makes nothing of it.</summary>
    private void SkipValue()
    {
        _scanner.SkipWhitespace();
        switch (_scanner.Peek())
        {
            case '{':
                Open();
                if (!_scanner.TryRead('}'))
                {
                    do
                    {
                        ReadName();
                        SkipValue();
                    } while (_scanner.ContinuesAfter('}'));
                }

                _depth--;
                break;
            case '[':
                Open();
                if (!_scanner.TryRead(']'))
                {
                    do
                    {
                        SkipValue();
                    } while (_scanner.ContinuesAfter(']'));
                }

                _depth--;
                break;
            case '"':
                _scanner.ReadString();
                break;
            default:
                ReadValue();
                break;
        }
    }

    private int Open()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        int start = _scanner.Position;
        if (++_depth > MaximumDepth)
        {
            throw new JsonSyntaxException($"Values are nested more than {MaximumDepth} levels deep", start, 1);
        }

        _scanner.Advance();
        return start;
    }
}
