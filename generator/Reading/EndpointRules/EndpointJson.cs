using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Takes members out of endpoint data, and reports those that are missing or of the wrong kind.</summary>
internal sealed class EndpointJson(DiagnosticBag diagnostics)
{
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The member, or null with a diagnostic.</summary>
    public T? Required<T>(JsonObject owner, string name)
        where T : JsonValue
    {
        if (owner[name] is { } value)
        {
            return As<T>(value, $"'{name}'");
        }

        Malformed(owner, $"'{name}' is missing; add {KindOf<T>()} of that name");
        return null;
    }

    /// <summary>The member; null when there is none, or with a diagnostic when it is of another kind.</summary>
    public T? Optional<T>(JsonObject owner, string name)
        where T : JsonValue => owner[name] is { } value ? As<T>(value, $"'{name}'") : null;

    public T? As<T>(JsonValue value, string what)
        where T : JsonValue
    {
        if (value is T wanted)
        {
            return wanted;
        }

        Malformed(value, $"{what} must be {KindOf<T>()}, not {value.Kind}");
        return null;
    }

    public void Malformed(JsonValue place, string message) =>
        Diagnostics.Add(EndpointDiagnostics.Malformed, place.Span, message);

    private static string KindOf<T>() =>
        typeof(T) == typeof(JsonObject) ? "an object"
        : typeof(T) == typeof(JsonArray) ? "an array"
        : typeof(T) == typeof(JsonString) ? "a string"
        : "a boolean";
}
