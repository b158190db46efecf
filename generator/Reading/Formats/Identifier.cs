using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

/// <summary>The form of shape, member and operation names (Smithy: shape ID), bounded so that a file can be named after one.</summary>
internal static class Identifier
{
    private const int MaximumLength = 200;

    /// <summary>False, with a diagnostic, when the property's name is not an identifier.</summary>
    public static bool Check(JsonProperty property, DiagnosticBag diagnostics) =>
        IsValid(property.Name) || Report(property.Name, property.NameSpan, diagnostics);

    /// <summary>False, with a diagnostic, when the name that a property's name holds is not an identifier.</summary>
    public static bool Check(JsonProperty property, Func<string, string> part, DiagnosticBag diagnostics) =>
        IsValid(part(property.Name)) || Report(property.Name, property.NameSpan, diagnostics);

    /// <summary>False, with a diagnostic, when the text is not an identifier.</summary>
    public static bool Check(JsonString name, DiagnosticBag diagnostics) =>
        IsValid(name.Value) || Report(name.Value, name.Span, diagnostics);

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaximumLength && name[0] is not (>= '0' and <= '9') && name.All(IsPart);

    private static bool Report(string name, SourceSpan place, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ReadingDiagnostics.InvalidName, place, name);
        return false;
    }

    private static bool IsPart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
