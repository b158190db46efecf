using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>Makes values of generated types from a case's JSON.</summary>
internal static class GeneratedValues
{
    public static object Create(Type type, JsonElement json)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Scalar(type, json) is { } scalar)
        {
            return scalar;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return CreateList(type.GenericTypeArguments[0], json);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return CreateMap(type.GenericTypeArguments[1], json);
        }

        return type.IsAbstract ? CreateUnion(type, json)
            : type.IsValueType ? Activator.CreateInstance(type, json.GetString())!
            : CreateRecord(type, json);
    }

    /// <summary>The property that stands for a member of the model.</summary>
    public static PropertyInfo PropertyOf(Type type, string member) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => Matches(property.Name, member, "Value"))
            .OrderBy(static property => property.DeclaringType == typeof(Exception))
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"{type.Name} has no property for '{member}'.");

    public static bool Matches(string name, string member, string suffix)
    {
        string wanted = string.Concat(member.Where(char.IsLetterOrDigit));
        return name.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || name.Equals(wanted + suffix, StringComparison.OrdinalIgnoreCase);
    }

    public static double ToNumber(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number
            ? json.GetDouble()
            : json.GetString() switch
            {
                "NaN" => double.NaN,
                "Infinity" => double.PositiveInfinity,
                "-Infinity" => double.NegativeInfinity,
                string other => throw new FormatException($"'{other}' is not a number."),
                null => throw new FormatException("null is not a number."),
            };

    private static object? Scalar(Type type, JsonElement json) =>
        type switch
        {
            _ when type == typeof(string) => json.ValueKind == JsonValueKind.String
                ? json.GetString()
                : json.GetRawText(),
            _ when type == typeof(bool) => json.GetBoolean(),
            _ when type == typeof(int) => json.GetInt32(),
            _ when type == typeof(long) => json.GetInt64(),
            _ when type == typeof(float) => (float)ToNumber(json),
            _ when type == typeof(double) => ToNumber(json),
            _ when type == typeof(DateTimeOffset) && json.ValueKind == JsonValueKind.String => json.GetDateTimeOffset(),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddSeconds(json.GetDouble()),
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(
                Encoding.UTF8.GetBytes(json.GetString()!)
            ),
            _ when type == typeof(Stream) => new MemoryStream(Encoding.UTF8.GetBytes(json.GetString()!)),
            _ when type == typeof(JsonElement) => json.Clone(),
            _ => null,
        };

    private static IList CreateList(Type item, JsonElement json)
    {
        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (JsonElement element in json.EnumerateArray())
        {
            list.Add(element.ValueKind == JsonValueKind.Null ? null : Create(item, element));
        }

        return list;
    }

    private static IDictionary CreateMap(Type value, JsonElement json)
    {
        IDictionary map = (IDictionary)
            Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach (JsonProperty entry in json.EnumerateObject())
        {
            map[entry.Name] = entry.Value.ValueKind == JsonValueKind.Null ? null : Create(value, entry.Value);
        }

        return map;
    }

    private static object CreateUnion(Type type, JsonElement json)
    {
        JsonProperty member = json.EnumerateObject().Single();
        Type found = type.GetNestedTypes().Single(nested => Matches(nested.Name, member.Name, "Case"));
        Type held = found.GetProperty("Value")!.PropertyType;
        return Activator.CreateInstance(found, Create(held, member.Value))!;
    }

    private static object CreateRecord(Type type, JsonElement json)
    {
        object record = Activator.CreateInstance(type)!;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            PropertyInfo property = PropertyOf(type, member.Name);
            property.SetValue(
                record,
                member.Value.ValueKind == JsonValueKind.Null ? null : Create(property.PropertyType, member.Value)
            );
        }

        return record;
    }
}
