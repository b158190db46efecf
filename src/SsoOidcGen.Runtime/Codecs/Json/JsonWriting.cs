using System.ComponentModel;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Writes the Smithy types that <see cref="Utf8JsonWriter"/> has no method for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWriting
{
    /// <summary>Writes a number, or the words <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c> as strings.</summary>
    public static void WriteDoubleValue(this Utf8JsonWriter writer, double value)
    {
        if (NumberWords.For(value) is { } word)
        {
            writer.WriteStringValue(word);
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    /// <inheritdoc cref="WriteDoubleValue"/>
    public static void WriteSingleValue(this Utf8JsonWriter writer, float value)
    {
        if (NumberWords.For(value) is { } word)
        {
            writer.WriteStringValue(word);
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    /// <summary>Writes seconds since 1970-01-01T00:00:00Z, with the fraction the value has.</summary>
    public static void WriteEpochSecondsValue(this Utf8JsonWriter writer, DateTimeOffset value) =>
        writer.WriteNumberValue(Timestamps.EpochSeconds(value));
}
