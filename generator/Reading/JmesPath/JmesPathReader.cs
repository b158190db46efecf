using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.JmesPath;

internal static class JmesPathReader
{
    /// <summary>The longest expression of AWS models has 170 characters. A limit keeps the tree shallow.</summary>
    private const int MaximumLength = 500;

    /// <summary>Null, with a diagnostic, when the expression is malformed or outside of what is supported.</summary>
    public static JmesPathExpression? Read(JsonString text, DiagnosticBag diagnostics)
    {
        try
        {
            return text.Value.Length <= MaximumLength
                ? JmesPathParser.Parse(text.Value)
                : throw new JmesPathException($"it is longer than {MaximumLength} characters");
        }
        catch (JmesPathException error)
        {
            diagnostics.Add(ReadingDiagnostics.InvalidJmesPath, text.Span, text.Value, error.Message);
            return null;
        }
    }
}
