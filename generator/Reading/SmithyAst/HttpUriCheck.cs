using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>What Smithy does not allow in the URI of an operation.</summary>
internal static class HttpUriCheck
{
    /// <summary>False, with a diagnostic, when it is against the rules.</summary>
    public static bool IsSound(JsonString uri, DiagnosticBag diagnostics)
    {
        string text = uri.Value;
        int question = text.IndexOf('?');
        string path = question < 0 ? text : text.Substring(0, question);
        string? fault =
            question >= 0 && text.IndexOf('{', question) >= 0
                ? "has a label in its query; bind the member with httpQuery"
            : path.Contains("//") ? "has an empty segment in its path; remove a '/'"
            : null;
        if (fault is not null)
        {
            diagnostics.Add(ReadingDiagnostics.InvalidHttpBinding, uri.Span, $"The URI '{text}' {fault}");
        }

        return fault is null;
    }
}
