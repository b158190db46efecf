using System.Text;
using SsoOidcGen.Emitting.Text;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Statements that depend on a name in UTF-8.</summary>
internal static class NameChoices
{
    /// <summary>From here on the lengths of the names are worth a look first.</summary>
    private const int Many = 16;

    /// <param name="variable">Holds the name.</param>
    /// <param name="choices">Names and what to do, in one line or several.</param>
    /// <param name="otherwise">What to do with any other name.</param>
    public static void Write(
        CodeWriter code,
        string variable,
        IReadOnlyList<(string Name, string Statement)> choices,
        string otherwise
    )
    {
        if (choices.Count < Many)
        {
            WriteChain(code, variable, choices, otherwise);
        }
        else
        {
            WriteSwitch(code, variable, choices, otherwise);
        }
    }

    private static void WriteChain(
        CodeWriter code,
        string variable,
        IReadOnlyList<(string Name, string Statement)> choices,
        string otherwise
    )
    {
        string keyword = "if";
        foreach ((string name, string statement) in choices)
        {
            using (code.Block($"{keyword} ({IsNamed(variable, name)})"))
            {
                code.Line(statement);
            }

            keyword = "else if";
        }

        using (code.Block("else"))
        {
            code.Line(otherwise);
        }
    }

    private static void WriteSwitch(
        CodeWriter code,
        string variable,
        IReadOnlyList<(string Name, string Statement)> choices,
        string otherwise
    )
    {
        using (code.Block($"switch ({variable}.Length)"))
        {
            foreach ((string name, string statement) in choices)
            {
                WriteCase($"case {Encoding.UTF8.GetByteCount(name)} when {IsNamed(variable, name)}:", statement);
            }

            WriteCase("default:", otherwise);
        }

        void WriteCase(string label, string statement)
        {
            code.Line(label);
            using (code.Indented())
            {
                code.Line(statement);
                code.Line("break;");
            }
        }
    }

    private static string IsNamed(string variable, string name) => $"{variable}.SequenceEqual({Literals.Utf8(name)})";
}
