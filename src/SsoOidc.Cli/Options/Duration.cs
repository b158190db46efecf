using System.CommandLine.Parsing;
using System.Globalization;

namespace SsoOidc.Cli;

/// <summary>A length of time as options spell it: a whole number and a unit, for example <c>90s</c>, <c>15m</c>, <c>8h</c> or <c>90d</c>.</summary>
internal readonly record struct Duration(TimeSpan Length)
{
    private const int LargestNumber = 9999;

    private static readonly (char Symbol, TimeSpan Length)[] s_units =
    [
        ('d', TimeSpan.FromDays(1)),
        ('h', TimeSpan.FromHours(1)),
        ('m', TimeSpan.FromMinutes(1)),
        ('s', TimeSpan.FromSeconds(1)),
    ];

    public static Duration Parse(string option, ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        foreach ((char symbol, TimeSpan length) in s_units)
        {
            if (
                text.EndsWith(symbol)
                && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number is >= 1 and <= LargestNumber
            )
            {
                return new Duration(number * length);
            }
        }

        argument.AddError(
            $"Option '{option}' takes a number from 1 to {LargestNumber} and a unit, such as 90s, 15m, 8h or 90d, not '{text}'."
        );
        return default;
    }

    /// <summary>The text in the largest unit that fits.</summary>
    public override string ToString()
    {
        TimeSpan length = Length;
        (char symbol, TimeSpan unit) = s_units.First(unit => length.Ticks % unit.Length.Ticks == 0);
        return $"{length.Ticks / unit.Ticks}{symbol}";
    }
}
