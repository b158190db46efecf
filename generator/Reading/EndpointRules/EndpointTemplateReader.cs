using System.Text;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads strings with values in them: <c>{Name}</c>, <c>{Name#part}</c>; <c>{{</c> and <c>}}</c> are braces.</summary>
internal sealed class EndpointTemplateReader(DiagnosticBag diagnostics)
{
    /// <returns>Null, with a diagnostic, when the string cannot be filled in.</returns>
    public TemplateExpression? Read(JsonString place, EndpointScope scope)
    {
        string text = place.Value;
        List<TemplatePart> parts = [];
        StringBuilder literal = new();
        for (int i = 0; i < text.Length; i++)
        {
            bool isDoubled = i + 1 < text.Length && text[i + 1] == text[i];
            if (text[i] is not ('{' or '}') || isDoubled)
            {
                literal.Append(text[i]);
                i += text[i] is '{' or '}' ? 1 : 0;
                continue;
            }

            int end = text.IndexOf('}', i);
            if (text[i] == '}' || end < 0)
            {
                diagnostics.Add(
                    EndpointDiagnostics.Malformed,
                    place.Span,
                    $"The '{text[i]}' at character {i} has no counterpart; write it twice for the character itself"
                );
                return null;
            }

            Flush(literal, parts);
            if (ReadValue(text.Substring(i + 1, end - i - 1), place, scope) is not { } value)
            {
                return null;
            }

            parts.Add(new TemplatePart(Literal: null, value));
            i = end;
        }

        Flush(literal, parts);
        return new TemplateExpression(parts.ToEquatableArray());
    }

    private static void Flush(StringBuilder literal, List<TemplatePart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart(literal.ToString(), Value: null));
            literal.Clear();
        }
    }

    private EndpointExpression? ReadValue(string reference, JsonString place, EndpointScope scope)
    {
        string[] names = reference.Split('#');
        if (scope.Find(names[0]) is null)
        {
            diagnostics.Add(
                EndpointDiagnostics.UnknownName,
                place.Span,
                $"'{names[0]}' is neither a parameter nor assigned by a condition before this place"
            );
            return null;
        }

        EndpointExpression? value = new ReferenceExpression(names[0]);
        foreach (string path in names.Skip(1))
        {
            value = value is null ? null : EndpointPath.Resolve(value, path, place, scope, diagnostics);
        }

        return value is not null && IsText(value, reference, place, scope) ? value : null;
    }

    private bool IsText(EndpointExpression value, string reference, JsonString place, EndpointScope scope)
    {
        EndpointType type = scope.TypeOf(value);
        if (type.Kind != EndpointKind.Text)
        {
            diagnostics.Add(
                EndpointDiagnostics.WrongType,
                place.Span,
                $"'{reference}' is {EndpointNames.Of(type.Kind)}, but only a string can stand in a text"
            );
            return false;
        }

        if (type.IsOptional)
        {
            diagnostics.Add(EndpointDiagnostics.MayBeUnset, place.Span, $"'{{{reference}}}'");
        }

        return !type.IsOptional;
    }
}
