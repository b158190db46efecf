using System.Globalization;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Reads defaults by the rules for clients: a member of an input, or one that is optional for clients, has none.</summary>
internal sealed class DefaultReader(ShapeIndex shapes)
{
    private const string Default = "smithy.api#default";

    /// <summary>Null when the member has none, or, with a diagnostic, when it does not fit.</summary>
    public DefaultValue? Read(AstNode member, AstNode structure, string target)
    {
        if (
            member.Traits.Json[Default] is not { } value
            || value is JsonNull
            || structure.Traits.Has("smithy.api#input")
            || member.Traits.Has("smithy.api#clientOptional")
            || IsOfTarget(value, target)
        )
        {
            return null;
        }

        string type = TypeOf(target);
        DefaultValue? read = Convert(value, type) is { } text ? new DefaultValue(text) : null;
        bool isStream = type == "blob" && shapes.Find(target)?.Traits.Has(Trait.Streaming) == true;
        if (read is null)
        {
            member.Diagnostics.Add(
                ReadingDiagnostics.WrongValue,
                value.StartSpan,
                Default,
                $"a value of the type {type}",
                value.Kind
            );
        }

        return isStream ? null : read;
    }

    /// <summary>
    /// A member that repeats the default of its target comes of a model of Smithy 1.0, where scalars without a box were zero:
    /// it says nothing about what the service takes an absent member for.
    /// </summary>
    private bool IsOfTarget(JsonValue value, string target) =>
        target.StartsWith("smithy.api#Primitive", StringComparison.Ordinal)
        || (shapes.Find(target)?.Traits.Json[Default] is { } ofTarget && JsonEquality.AreEqual(value, ofTarget));

    private string TypeOf(string target) => shapes.Find(target)?.Type ?? ShapeId.NameOf(target).ToLowerInvariant();

    private static string? Convert(JsonValue value, string type) =>
        (type, value) switch
        {
            ("string" or "enum", JsonString text) => text.Value,
            ("boolean", JsonBoolean flag) => flag.Value ? "true" : "false",
            ("byte" or "short" or "integer" or "intEnum", JsonNumber number) => number.ToInt64()
                is >= int.MinValue
                    and <= int.MaxValue
                    and var integer
                ? integer.ToString(CultureInfo.InvariantCulture)
                : null,
            ("long", JsonNumber number) => number.ToInt64()?.ToString(CultureInfo.InvariantCulture),
            ("float" or "double", JsonNumber number) => IsFinite(number, type) ? number.Literal : null,
            ("timestamp", JsonNumber or JsonString) => Timestamp(value),
            ("blob", JsonString text) => IsBase64(text.Value) ? text.Value : null,
            ("list" or "set", JsonArray { Items.Count: 0 }) or ("map", JsonObject { Properties.Count: 0 }) => "",
            ("document", _) => value.File.Text.Substring(value.Start, value.Length),
            _ => null,
        };

    private static bool IsFinite(JsonNumber number, string type) =>
        type == "float"
            ? float.TryParse(number.Literal, NumberStyles.Float, CultureInfo.InvariantCulture, out float single)
                && !float.IsInfinity(single)
            : double.TryParse(number.Literal, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && !double.IsInfinity(value);

    private static string? Timestamp(JsonValue value)
    {
        decimal? milliseconds = value switch
        {
            JsonNumber number => Scaled(number),
            JsonString text
                when DateTimeOffset.TryParse(
                    text.Value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset time
                ) => time.ToUnixTimeMilliseconds(),
            _ => null,
        };
        return
            milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? decimal.Truncate(milliseconds.Value).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static decimal? Scaled(JsonNumber seconds) =>
        seconds.ToDecimal() is { } value && Math.Abs(value) < 1_000_000_000_000 ? value * 1000 : null;

    private static bool IsBase64(string text)
    {
        try
        {
            _ = System.Convert.FromBase64String(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
