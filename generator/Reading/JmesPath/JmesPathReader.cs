using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.JmesPath;

internal static class JmesPathReader
{
    /// <summary>The longest expression of AWS models has 170 characters. A limit keeps the tree shallow.</summary>
    private const int MaximumLength = 500;

    /// <summary>Null, with a diagnostic, when the expression is malformed or outside of what is supported.</summary>
    public static JmesPathExpression? Read(JsonString text, DiagnosticBag diagnostics) =>
        Read(text, diagnostics, static _ => { });

    /// <summary>Null, with a diagnostic, also when the expression has no type for a value of the given type.</summary>
    public static JmesPathExpression? Read(
        JsonString text,
        DiagnosticBag diagnostics,
        JmesPathTyper typer,
        JmesPathType current,
        out JmesPathType type
    )
    {
        JmesPathType found = JmesPathType.Any;
        JmesPathExpression? expression = Read(text, diagnostics, read => found = typer.Find(read.Root, current));
        type = found;
        return expression;
    }

    private static JmesPathExpression? Read(
        JsonString text,
        DiagnosticBag diagnostics,
        Action<JmesPathExpression> check
    )
    {
        try
        {
            JmesPathExpression expression =
                text.Value.Length <= MaximumLength
                    ? JmesPathParser.Parse(text.Value)
                    : throw new JmesPathException($"it is longer than {MaximumLength} characters");
            check(expression);
            return expression;
        }
        catch (JmesPathException error)
        {
            if (!error.IsReported)
            {
                diagnostics.Add(ReadingDiagnostics.InvalidJmesPath, text.Span, text.Value, error.Message);
            }

            return null;
        }
    }
}
