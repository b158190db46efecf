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
    private readonly CancellationToken _cancellationToken;
    private int _depth;
    private int _values;

    private JsonParser(JsonFile file, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _scanner = new JsonScanner(file);
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    private JsonFile File => _scanner.File;

    /// <summary>The root value; null, with a diagnostic, when the text is not JSON.</summary>
    public static JsonValue? Parse(JsonFile file, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        JsonParser parser = new(file, diagnostics, cancellationToken);
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
        JsonPropertyList properties = new();
        if (!_scanner.TryRead('}'))
        {
            do
            {
                JsonProperty property = ReadProperty();
                if (!properties.Set(property))
                {
                    _diagnostics.Add(ReadingDiagnostics.DuplicateProperty, property.NameSpan, property.Name);
                }
            } while (_scanner.ContinuesAfter('}'));
        }

        _depth--;
        return new JsonObject(File, start, _scanner.Position - start, properties);
    }

    private JsonProperty ReadProperty()
    {
        _scanner.SkipWhitespace();
        int start = _scanner.Position;
        if (_scanner.Peek() != '"')
        {
            throw _scanner.Expected("a property name in double quotes");
        }

        int length = _scanner.ReadString();
        string name = File.Decode(start + 1, length - 2);
        if (!_scanner.TryRead(':'))
        {
            throw _scanner.Expected($"':' after the property name '{name}'");
        }

        return new JsonProperty(name, start, length, ReadValue());
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
