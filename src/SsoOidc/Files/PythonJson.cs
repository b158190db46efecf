using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SsoOidc;

/// <summary>
/// JSON as Python's <c>json.dumps</c> writes it: members in their order, blanks after commas and colons, ASCII only.
/// The AWS CLI writes its cache so, and hashes such text to name files.
/// </summary>
internal static class PythonJson
{
    private const string Spaced = " ";
    private const string Minified = "";

    public static string Write(JsonNode node) => Write(node, Spaced);

    /// <summary>Without blanks, as <c>separators=(",", ":")</c> gives it.</summary>
    public static string WriteMinified(JsonNode node) => Write(node, Minified);

    private static string Write(JsonNode node, string blank)
    {
        StringBuilder text = new();
        Append(text, node, blank);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, string blank)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendMembers(text, members, blank);
                break;
            case JsonArray items:
                AppendItems(text, items, blank);
                break;
            case var value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendMembers(StringBuilder text, JsonObject members, string blank)
    {
        string separator = "";
        text.Append('{');
        foreach ((string name, JsonNode? value) in members)
        {
            text.Append(separator);
            AppendString(text, name);
            text.Append(':').Append(blank);
            Append(text, value, blank);
            separator = "," + blank;
        }

        text.Append('}');
    }

    private static void AppendItems(StringBuilder text, JsonArray items, string blank)
    {
        string separator = "";
        text.Append('[');
        foreach (JsonNode? item in items)
        {
            text.Append(separator);
            Append(text, item, blank);
            separator = "," + blank;
        }

        text.Append(']');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                >= ' ' and <= '~' => text.Append(c),
                _ => text.Append("\\u").Append(((int)c).ToString("x4")),
            };
        }

        text.Append('"');
    }
}
