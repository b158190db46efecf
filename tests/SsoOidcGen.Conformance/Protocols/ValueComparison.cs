using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>Compares generated values with the JSON that a case expects.</summary>
internal static class ValueComparison
{
    /// <summary>What differs, each with its path. A member that is not expected must have no value.</summary>
    public static IEnumerable<string> Differences(object? actual, JsonElement expected, string path) =>
        actual switch
        {
            null => expected.ValueKind == JsonValueKind.Null ? [] : [$"{path}: null instead of {expected}"],
            string text => Check(
                expected.ValueKind == JsonValueKind.String
                    ? expected.GetString() == text
                    : JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, expected),
                text,
                expected,
                path
            ),
            bool flag => Check(flag == expected.GetBoolean(), flag, expected, path),
            int or long or float or double => Check(
                Convert
                    .ToDouble(actual)
                    .Equals(
                        actual is float ? (float)GeneratedValues.ToNumber(expected) : GeneratedValues.ToNumber(expected)
                    ),
                actual,
                expected,
                path
            ),
            DateTimeOffset time => Check(
                time
                    == (
                        expected.ValueKind == JsonValueKind.String
                            ? expected.GetDateTimeOffset()
                            : DateTimeOffset.UnixEpoch.AddSeconds(expected.GetDouble())
                    ),
                time,
                expected,
                path
            ),
            ReadOnlyMemory<byte> bytes => Differences(Encoding.UTF8.GetString(bytes.Span), expected, path),
            Stream stream => Differences(new StreamReader(stream).ReadToEnd(), expected, path),
            JsonElement document => Check(JsonElement.DeepEquals(document, expected), document, expected, path),
            IDictionary map => MapDifferences(map, expected, path),
            IList list => ListDifferences(list, expected, path),
            ValueType named => Check(named.ToString() == expected.GetString(), named, expected, path),
            _ when actual.GetType() is { DeclaringType: { IsAbstract: true } union } => UnionDifferences(
                actual,
                union,
                expected,
                path
            ),
            _ => RecordDifferences(actual, expected, path),
        };

    private static IEnumerable<string> Check(bool isEqual, object actual, JsonElement expected, string path) =>
        isEqual ? [] : [$"{path}: {actual} instead of {expected}"];

    private static IEnumerable<string> ListDifferences(IList list, JsonElement expected, string path) =>
        list.Count == expected.GetArrayLength()
            ? list.Cast<object?>().SelectMany((item, index) => Differences(item, expected[index], $"{path}[{index}]"))
            : [$"{path}: {list.Count} items instead of {expected}"];

    private static IEnumerable<string> MapDifferences(IDictionary map, JsonElement expected, string path) =>
        map.Count == expected.EnumerateObject().Count()
            ? expected
                .EnumerateObject()
                .SelectMany(entry => Differences(map[entry.Name], entry.Value, $"{path}[{entry.Name}]"))
            : [$"{path}: {map.Count} entries instead of {expected}"];

    private static IEnumerable<string> UnionDifferences(object actual, Type union, JsonElement expected, string path)
    {
        JsonProperty member = expected.EnumerateObject().Single();
        if (actual.GetType().Name == "Unknown" && actual.GetType().DeclaringType == union)
        {
            string name = (string)actual.GetType().GetProperty("Name")!.GetValue(actual)!;
            return Check(
                member.Name == "SDK_UNKNOWN_MEMBER" && member.Value.GetProperty("name").GetString() == name,
                name,
                expected,
                path
            );
        }

        return GeneratedValues.Matches(actual.GetType().Name, member.Name, "Case")
            ? Differences(
                actual.GetType().GetProperty("Value")!.GetValue(actual),
                member.Value,
                $"{path}.{member.Name}"
            )
            : [$"{path}: {actual} instead of {expected}"];
    }

    private static IEnumerable<string> RecordDifferences(object actual, JsonElement expected, string path)
    {
        List<PropertyInfo> unexpected =
        [
            .. actual.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
        ];
        List<string> differences = [];
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            PropertyInfo property = GeneratedValues.PropertyOf(actual.GetType(), member.Name);
            unexpected.Remove(property);
            differences.AddRange(Differences(property.GetValue(actual), member.Value, $"{path}.{member.Name}"));
        }

        return differences.Concat(
            unexpected
                .Where(property => !IsEmpty(property.GetValue(actual)))
                .Select(property => $"{path}.{property.Name}: {property.GetValue(actual)} is not expected")
        );
    }

    private static bool IsEmpty(object? value) =>
        value switch
        {
            null => true,
            ICollection collection => collection.Count == 0,
            Stream stream => stream == Stream.Null || stream.ReadByte() < 0,
            _ => false,
        };
}
