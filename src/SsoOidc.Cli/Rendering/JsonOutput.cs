using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SsoOidc.Cli;

/// <summary>Writes results for scripts: one JSON document, then a newline.</summary>
internal static class JsonOutput
{
    // The output is no part of a web page, so only what JSON demands is escaped, and what a terminal could act on.
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes an object.</summary>
    public static void WriteObject(Terminal terminal, Action<Utf8JsonWriter> members) =>
        Write(
            terminal,
            json =>
            {
                json.WriteStartObject();
                members(json);
                json.WriteEndObject();
            }
        );

    /// <summary>Writes a list of objects.</summary>
    public static void WriteList<T>(Terminal terminal, IEnumerable<T> items, Action<Utf8JsonWriter, T> members) =>
        Write(
            terminal,
            json =>
            {
                json.WriteStartArray();
                foreach (T item in items)
                {
                    json.WriteStartObject();
                    members(json, item);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );

    /// <summary>Writes a member that is <c>null</c> where there is no text.</summary>
    public static void WriteStringOrNull(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Terminal terminal, Action<Utf8JsonWriter> value)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, s_options))
        {
            value(json);
        }

        string document = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        terminal.Writer.WriteLine(string.Concat(document.Select(Escape)));
    }

    // Outside strings, the only control character is the end of a line.
    private static string Escape(char character) =>
        character == '\n' || SafeText.IsSafe(character) ? character.ToString() : $"\\u{(int)character:x4}";
}
