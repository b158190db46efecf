using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>Writes results for scripts: one JSON document, then a newline.</summary>
internal static class JsonOutput
{
    // The output is no part of a web page, so only what JSON demands is escaped.
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes an object.</summary>
    public static void WriteObject(IAnsiConsole console, Action<Utf8JsonWriter> members) =>
        Write(
            console,
            json =>
            {
                json.WriteStartObject();
                members(json);
                json.WriteEndObject();
            }
        );

    /// <summary>Writes a list of objects.</summary>
    public static void WriteList<T>(IAnsiConsole console, IEnumerable<T> items, Action<Utf8JsonWriter, T> members) =>
        Write(
            console,
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

    private static void Write(IAnsiConsole console, Action<Utf8JsonWriter> value)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, s_options))
        {
            value(json);
        }

        TextWriter writer = console.Profile.Out.Writer;
        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
        writer.Flush();
    }
}
