using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The sensitive values of a request (Smithy <c>sensitive</c>), which no error about it may repeat.</summary>
/// <remarks>
/// Generated code adds them once a call has failed. A value of fewer than four bytes is left alone: hiding it would make
/// a message unreadable and protect nothing that could not be guessed.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SensitiveValues
{
    private const int Shortest = 4;

    // Codes and request ids are shorter in UTF-8.
    private const int BytesOnStack = 384;

    // No error body that is read is longer, so nothing beyond could be recognized.
    private const int Longest = ErrorResponse.MaxBodyBytes;

    // Each value in UTF-8 behind its length.
    private readonly PooledBuffer _values = new();

    internal SensitiveValues() { }

    /// <summary>Adds a text; null is no value.</summary>
    public void Add(string? value)
    {
        if (value is null)
        {
            return;
        }

        ReadOnlySpan<char> text = value.AsSpan(0, Math.Min(value.Length, Longest));
        int length = Encoding.UTF8.GetByteCount(text);
        if (length >= Shortest)
        {
            Encoding.UTF8.GetBytes(text, AddEntry(length));
        }
    }

    /// <summary>Adds bytes, which travel as they are or as base64.</summary>
    public void Add(ReadOnlyMemory<byte>? value) => Add(value.GetValueOrDefault().Span);

    /// <summary>Adds an integer.</summary>
    public void Add(long? value) => Add(value is { } number ? BindingText.Of(number) : null);

    /// <summary>Adds a floating-point number.</summary>
    public void Add(double? value) => Add(value is { } number ? BindingText.Of(number) : null);

    /// <summary>Adds a timestamp in each of its forms on the wire.</summary>
    public void Add(DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Add(Timestamps.ToEpochSeconds(time));
            Add(Timestamps.ToDateTime(time));
            Add(Timestamps.ToHttpDate(time));
        }
    }

    /// <summary>Adds the values of a JSON document.</summary>
    public void Add(JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } document)
        {
            AddJson(Encoding.UTF8.GetBytes(document.GetRawText()));
        }
    }

    /// <summary>Adds the sensitive values in a structure.</summary>
    /// <param name="value">The structure; null holds nothing.</param>
    /// <param name="add">Adds its values.</param>
    public void AddNested<T>(T? value, Action<T, SensitiveValues> add)
        where T : class
    {
        if (value is not null)
        {
            add(value, this);
        }
    }

    /// <summary>Adds the sensitive values in the items of a list.</summary>
    /// <param name="items">The list; null holds nothing.</param>
    /// <param name="add">Adds the values of an item.</param>
    public void AddItems<T>(IEnumerable<T>? items, Action<T, SensitiveValues> add)
    {
        foreach (T item in items ?? [])
        {
            add(item, this);
        }
    }

    /// <summary>Adds the keys and values of a map.</summary>
    /// <param name="entries">The map; null holds nothing.</param>
    /// <param name="add">Adds a value.</param>
    public void AddEntries<T>(IReadOnlyDictionary<string, T>? entries, Action<T, SensitiveValues> add)
    {
        foreach ((string key, T value) in entries ?? new Dictionary<string, T>())
        {
            Add(key);
            add(value, this);
        }
    }

    internal bool IsEmpty => _values.Length == 0;

    /// <summary>Hides the values in a text.</summary>
    /// <returns>How many bytes remain at the start of <paramref name="text"/>.</returns>
    internal int Redact(Span<byte> text)
    {
        int length = text.Length;
        ReadOnlySpan<byte> rest = _values.WrittenSpan;
        while (!rest.IsEmpty)
        {
            int size = MemoryMarshal.Read<int>(rest);
            ReadOnlySpan<byte> value = rest.Slice(sizeof(int), size);
            rest = rest[(sizeof(int) + size)..];
            length = Echo.Redact(text[..length], value);
            length = Base64Echo.Redact(text[..length], value);
        }

        return length;
    }

    /// <inheritdoc cref="Redact(Span{byte})"/>
    /// <returns>The same text when it holds none of the values.</returns>
    internal string Redact(string text)
    {
        if (IsEmpty)
        {
            return text;
        }

        int limit = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = limit <= BytesOnStack ? null : ArrayPool<byte>.Shared.Rent(limit);
        Span<byte> utf8 = rented ?? stackalloc byte[BytesOnStack];
        utf8 = utf8[..Encoding.UTF8.GetBytes(text, utf8)];
        int length = Redact(utf8);
        string redacted = length == utf8.Length ? text : Encoding.UTF8.GetString(utf8[..length]);
        utf8.Clear();
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return redacted;
    }

    /// <summary>Forgets the values.</summary>
    internal void Release() => _values.Release();

    private void Add(ReadOnlySpan<byte> value)
    {
        if (value.Length >= Shortest)
        {
            value = value[..Math.Min(value.Length, Longest)];
            value.CopyTo(AddEntry(value.Length));
        }
    }

    private Span<byte> AddEntry(int length)
    {
        Span<byte> entry = _values.GetSpan(sizeof(int) + length)[..(sizeof(int) + length)];
        MemoryMarshal.Write(entry, length);
        _values.Advance(entry.Length);
        return entry[sizeof(int)..];
    }

    private void AddJson(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                Add(reader.Text());
            }
            else if (reader.TokenType == JsonTokenType.Number)
            {
                Add(reader.ValueSpan);
            }
        }
    }
}
