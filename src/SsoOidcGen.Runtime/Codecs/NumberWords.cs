namespace SsoOidcGen.Runtime;

/// <summary>The words for numbers that JSON cannot write (Smithy, restJson1: floating point values).</summary>
internal static class NumberWords
{
    public static bool TryParse(string word, out double value)
    {
        value = word switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => 0,
        };
        return value != 0;
    }

    public static string? For(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "Infinity"
        : double.IsNegativeInfinity(value) ? "-Infinity"
        : null;
}
