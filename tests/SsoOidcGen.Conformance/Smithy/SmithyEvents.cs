using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Events of cases as values and as frames.</summary>
internal static class SmithyEvents
{
    /// <summary>A stream of events of a type that only generated code has; an error ends it as an exception.</summary>
    public static object Create(Type type, SmithyCase definition, JsonElement[] events) =>
        typeof(SmithyEvents)
            .GetMethod(nameof(CreateAll), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [definition, events])!;

    private static async IAsyncEnumerable<TEvent> CreateAll<TEvent>(SmithyCase definition, JsonElement[] events)
    {
        await Task.CompletedTask;
        foreach (JsonElement item in events)
        {
            JsonElement parameters = item.GetProperty("params");
            yield return Headers(item).GetValueOrDefault(":message-type") is "exception"
                ? throw CreateError(typeof(TEvent).Name, definition, parameters.EnumerateObject().Single())
                : (TEvent)GeneratedValues.Create(typeof(TEvent), parameters);
        }
    }

    private static Exception CreateError(string stream, SmithyCase definition, JsonProperty error)
    {
        string shape = SmithyFile.Load(definition.File).TargetOf(stream, error.Name);
        Type type = definition
            .Code.Value.GetTypes()
            .Where(found =>
                found.IsAssignableTo(typeof(ServiceException))
                && found.Name.StartsWith(SmithyProtocolTests.Stem(shape), StringComparison.OrdinalIgnoreCase)
            )
            .MinBy(static found => found.Name.Length)!;
        return (Exception)Activator.CreateInstance(type, error.Value.GetProperty("message").GetString())!;
    }

    public static async Task<List<object>> ReadAsync(object stream)
    {
        List<object> items = [];
        await foreach (object item in (IAsyncEnumerable<object>)stream)
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>The frames that a case gives, or those of the headers and bodies that it has.</summary>
    public static byte[] Frames(JsonElement[] events) =>
        [
            .. events.SelectMany(definition =>
                definition.TryGetProperty("bytes", out JsonElement bytes)
                    ? bytes.GetBytesFromBase64()
                    : EventMessageWriter.Write(
                        new EventMessage { Headers = Headers(definition), Payload = Payload(definition) }
                    )
            ),
        ];

    public static IEnumerable<string> Differences(EventMessage message, JsonElement expected)
    {
        foreach ((string name, object value) in Headers(expected))
        {
            object? actual = message.Headers.GetValueOrDefault(name);
            if (!AreEqual(actual, value))
            {
                yield return $"header {name}: {Describe(actual)} instead of {Describe(value)}";
            }
        }

        foreach (string name in Names(expected, "forbidHeaders").Where(message.Headers.ContainsKey))
        {
            yield return $"header {name} must not be sent";
        }

        foreach (string name in Names(expected, "requireHeaders").Where(name => !message.Headers.ContainsKey(name)))
        {
            yield return $"header {name} is missing";
        }

        if (
            expected.TryGetProperty("body", out JsonElement body)
            && SmithyBody.Difference(
                message.Payload.Span,
                body.GetString()!,
                SmithyRequestComparison.MediaType(expected)
            )
                is { } difference
        )
        {
            yield return difference;
        }
    }

    private static bool AreEqual(object? actual, object expected) =>
        (actual, expected) switch
        {
            (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
            (ReadOnlyMemory<byte> left, byte[] right) => left.Span.SequenceEqual(right),
            _ => expected.Equals(actual),
        };

    private static string Describe(object? value) => value is null ? "nothing" : $"{value} ({value.GetType().Name})";

    private static Dictionary<string, object> Headers(JsonElement definition) =>
        definition.TryGetProperty("headers", out JsonElement headers)
            ? headers.EnumerateObject().ToDictionary(static header => header.Name, static header => Value(header.Value))
            : [];

    private static object Value(JsonElement typed)
    {
        JsonProperty value = typed.EnumerateObject().Single();
        return value.Name switch
        {
            "boolean" => value.Value.GetBoolean(),
            "byte" => value.Value.GetSByte(),
            "short" => value.Value.GetInt16(),
            "integer" => value.Value.GetInt32(),
            "long" => value.Value.GetInt64(),
            "blob" => value.Value.GetBytesFromBase64(),
            "timestamp" => value.Value.ValueKind == JsonValueKind.Number
                ? DateTimeOffset.UnixEpoch.AddSeconds(value.Value.GetDouble())
                : value.Value.GetDateTimeOffset(),
            _ => value.Value.GetString()!,
        };
    }

    private static byte[] Payload(JsonElement definition) =>
        definition.TryGetProperty("body", out JsonElement body) ? Encoding.UTF8.GetBytes(body.GetString()!) : [];

    private static IEnumerable<string> Names(JsonElement expected, string property) =>
        expected.TryGetProperty(property, out JsonElement names)
            ? names.EnumerateArray().Select(static name => name.GetString()!)
            : [];
}
