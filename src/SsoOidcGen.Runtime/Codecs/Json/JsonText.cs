using System.Text.Encodings.Web;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>The bytes of a JSON text as services send them.</summary>
internal static class JsonText
{
    // A body is read by a service, not by a browser: nothing needs escaping beyond what JSON asks for. Generated
    // code nests objects and arrays correctly, so the writer need not check it again.
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>
    /// A byte order mark is no part of the text. RFC 8259 §8.1 lets a reader ignore it; the platform's own does not.
    /// </summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) =>
        text.StartsWith("\uFEFF"u8) ? text["\uFEFF"u8.Length..] : text;

    /// <summary>A reader on the first token; on an empty object when there is no text.</summary>
    /// <exception cref="JsonException">It is not JSON; <see cref="SyntaxError"/> makes it the exception of all codecs.</exception>
    public static Utf8JsonReader ReaderOf(ReadOnlySpan<byte> text)
    {
        text = WithoutMark(text);
        Utf8JsonReader reader = new(text.IsEmpty ? "{}"u8 : text);
        reader.Read();
        return reader;
    }

    /// <summary>
    /// The exception of all codecs for what the platform's reader throws, whose message may quote secrets of the text.
    /// To be called where the reading of a text begins.
    /// </summary>
    public static MalformedContentException SyntaxError(JsonException error, ReadOnlySpan<byte> text) =>
        new("Expected JSON", PositionOf(error, text));

    private static long PositionOf(JsonException error, ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = WithoutMark(text);
        for (long line = error.LineNumber ?? 0; line > 0; line--)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        return text.Length - rest.Length + (error.BytePositionInLine ?? 0);
    }
}
