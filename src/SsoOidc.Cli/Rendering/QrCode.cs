using System.Collections;
using System.Text;
using QRCoder;
using QRCoder.Exceptions;
using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>A QR code (ISO/IEC 18004) of terminal blocks: a character is one module wide and two high.</summary>
internal static class QrCode
{
    // Black on white wherever colors are possible. Without them, light modules are the drawn ones, as on a dark terminal.
    private static readonly Style s_lightOnDark = new(Color.White, Color.Black);

    /// <summary>Why the terminal cannot show the code, as a clause; null when it can.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="lines">What <see cref="Draw"/> returned.</param>
    public static string? FindObstacle(Terminal terminal, string[]? lines) =>
        lines is null ? "the address is too long for one"
        : !terminal.ShowsUnicode ? "this terminal shows no block characters"
        : lines[0].Length > terminal.Width ? $"it takes a terminal of {lines[0].Length} columns"
        : null;

    public static void Write(Terminal terminal, string[] lines)
    {
        foreach (string line in lines)
        {
            terminal.WriteLine(line, s_lightOnDark);
        }
    }

    /// <summary>The lines of the code with its quiet zone of four modules; light modules are drawn. Null when the text is too long for a code.</summary>
    public static string[]? Draw(string text)
    {
        try
        {
            using QRCodeData code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
            List<BitArray> modules = code.ModuleMatrix;
            return [.. Enumerable.Range(0, (modules.Count + 1) / 2).Select(line => DrawLine(modules, 2 * line))];
        }
        catch (DataTooLongException)
        {
            return null;
        }
    }

    private static string DrawLine(List<BitArray> modules, int row)
    {
        StringBuilder line = new(modules.Count);
        for (int column = 0; column < modules.Count; column++)
        {
            bool isUpperDark = modules[row][column];
            bool isLowerDark = row + 1 == modules.Count || modules[row + 1][column];
            line.Append(
                (isUpperDark, isLowerDark) switch
                {
                    (false, false) => '█',
                    (false, true) => '▀',
                    (true, false) => '▄',
                    (true, true) => ' ',
                }
            );
        }

        return line.ToString();
    }
}
