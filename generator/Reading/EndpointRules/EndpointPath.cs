using System.Globalization;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Paths into a value: <c>name</c>, <c>name[0]</c>, <c>[0]</c>, joined by dots.</summary>
internal static class EndpointPath
{
    /// <returns>Null, with a diagnostic, when the value has no such part.</returns>
    public static EndpointExpression? Resolve(
        EndpointExpression source,
        string path,
        JsonValue place,
        EndpointScope scope,
        DiagnosticBag diagnostics
    )
    {
        EndpointExpression? result = source;
        foreach (string part in path.Split('.'))
        {
            int bracket = part.IndexOf('[');
            string name = bracket < 0 ? part : part.Substring(0, bracket);
            if (name.Length > 0)
            {
                result = Attribute(result, name, place, scope, diagnostics);
            }

            if (bracket >= 0 && result is not null)
            {
                result = Item(result, part.Substring(bracket), place, scope, diagnostics);
            }

            if (result is null)
            {
                return null;
            }
        }

        return result;
    }

    private static AttributeExpression? Attribute(
        EndpointExpression source,
        string name,
        JsonValue place,
        EndpointScope scope,
        DiagnosticBag diagnostics
    )
    {
        EndpointType type = scope.TypeOf(source);
        if (type.Attribute(name) is null)
        {
            diagnostics.Add(
                EndpointDiagnostics.UnknownName,
                place.Span,
                $"'{name}' is not a part of {EndpointNames.Of(type.Kind)}"
            );
            return null;
        }

        return IsSet(type, place, $"its part '{name}'", diagnostics) ? new AttributeExpression(source, name) : null;
    }

    private static ItemExpression? Item(
        EndpointExpression source,
        string index,
        JsonValue place,
        EndpointScope scope,
        DiagnosticBag diagnostics
    )
    {
        if (
            !index.EndsWith("]", StringComparison.Ordinal)
            || !int.TryParse(
                index.Substring(1, index.Length - 2),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out int number
            )
        )
        {
            diagnostics.Add(
                EndpointDiagnostics.Malformed,
                place.Span,
                $"'{index}' is not an index; write [0] for the first item"
            );
            return null;
        }

        EndpointType type = scope.TypeOf(source);
        if (type.Kind != EndpointKind.TextList)
        {
            diagnostics.Add(
                EndpointDiagnostics.WrongType,
                place.Span,
                $"This is {EndpointNames.Of(type.Kind)}, but an index needs a list"
            );
            return null;
        }

        return IsSet(type, place, $"the index {index}", diagnostics) ? new ItemExpression(source, number) : null;
    }

    private static bool IsSet(EndpointType type, JsonValue place, string user, DiagnosticBag diagnostics)
    {
        if (type.IsOptional)
        {
            diagnostics.Add(EndpointDiagnostics.MayBeUnset, place.Span, user);
        }

        return !type.IsOptional;
    }
}
