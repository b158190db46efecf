using System.Globalization;

namespace SsoOidcGen.Reading.Json;

/// <summary>A number, kept as it is written.</summary>
internal sealed class JsonNumber(JsonFile file, int start, int length) : JsonValue(file, start, length)
{
    public override string Kind => "a number";

    public string Literal => File.Text.Substring(Start, Length);

    /// <summary>Null when it has a fraction or does not fit.</summary>
    public long? ToInt64() => ToDecimal() is { } value && IsInt64(value) ? (long)value : null;

    /// <summary>Null when it does not fit.</summary>
    public decimal? ToDecimal() =>
        decimal.TryParse(Literal, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    private static bool IsInt64(decimal value) =>
        value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue;
}
