using System.Collections;
using System.Text;
using QRCoder;
using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>A QR code (ISO/IEC 18004) of terminal blocks: a character is one module wide and two high.</summary>
internal static class QrCode
{
    // Black on white wherever colors are possible. Without them, light modules are the drawn ones, as on a dark terminal.
    private static readonly Style s_lightOnDark = new(Color.White, Color.Black);

    /// <summary>Draws the code, unless the console is too narrow or cannot show blocks.</summary>
    public static void Write(Terminal terminal, string text)
    {
        string[] lines = Draw(text);
        if (!terminal.ShowsUnicode || lines[0].Length > terminal.Width)
        {
            return;
        }

        foreach (string line in lines)
        {
            terminal.WriteLine(line, s_lightOnDark);
        }
    }

    /// <summary>The lines of the code with its quiet zone of four modules; light modules are drawn.</summary>
    public static string[] Draw(string text)
    {
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        List<BitArray> modules = code.ModuleMatrix;
        return [.. Enumerable.Range(0, (modules.Count + 1) / 2).Select(line => DrawLine(modules, 2 * line))];
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
