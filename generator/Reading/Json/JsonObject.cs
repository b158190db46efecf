namespace SsoOidcGen.Reading.Json;

internal sealed class JsonObject(JsonFile file, int start, int length, JsonPropertyList properties)
    : JsonValue(file, start, length)
{
    public override string Kind => "an object";

    public JsonPropertyList Properties { get; } = properties;

    public JsonValue? this[string name] => Properties.IndexOf(name) is >= 0 and var i ? Properties[i].Value : null;

    /// <summary>The value under a path of names, or the last that exists on the way there.</summary>
    public JsonValue Locate(params string[] path)
    {
        JsonValue found = this;
        foreach (string name in path)
        {
            if ((found as JsonObject)?[name] is not { } next)
            {
                break;
            }

            found = next;
        }

        return found;
    }
}
