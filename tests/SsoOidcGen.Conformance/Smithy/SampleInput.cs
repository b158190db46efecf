using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Inputs for cases that are about the response.</summary>
internal static class SampleInput
{
    public static void Fill(object input, JsonElement parameters)
    {
        foreach (JsonProperty member in parameters.EnumerateObject())
        {
            PropertyInfo property = GeneratedValues.PropertyOf(input.GetType(), member.Name);
            property.SetValue(
                input,
                member.Value.ValueKind == JsonValueKind.Null
                    ? null
                    : GeneratedValues.Create(property.PropertyType, member.Value)
            );
        }
    }

    /// <summary>Gives what is required a value.</summary>
    public static void FillRequired(object input)
    {
        foreach (
            PropertyInfo property in input
                .GetType()
                .GetProperties()
                .Where(property =>
                    property.GetCustomAttribute<RequiredMemberAttribute>() is not null
                    && property.GetValue(input) is null or "" or 0
                )
        )
        {
            property.SetValue(input, Sample(property.PropertyType));
        }
    }

    private static object Sample(Type type) =>
        type == typeof(string) ? "sample"
        : type == typeof(Stream) ? Stream.Null
        : type.IsGenericType
            ? GeneratedValues.Create(type, Json(type.Name.Contains("List", StringComparison.Ordinal) ? "[]" : "{}"))
        : type.IsValueType && type.GetConstructor([typeof(string)]) is not null
            ? Activator.CreateInstance(type, "sample")!
        : type.IsPrimitive ? Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture)
        : Record(type);

    private static object Record(Type type)
    {
        object record = Activator.CreateInstance(type)!;
        FillRequired(record);
        return record;
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
