using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads values and calls. Each method returns null, with a diagnostic, for what cannot be compiled.</summary>
internal sealed class EndpointExpressionReader(DiagnosticBag diagnostics)
{
    private readonly EndpointTemplateReader _templates = new(diagnostics);
    private readonly EndpointArgumentCheck _arguments = new(diagnostics);

    /// <summary>A string with all its values set.</summary>
    public EndpointExpression? ReadText(JsonValue value, EndpointScope scope, string user) =>
        Read(value, scope) is { } expression && _arguments.Fits(value, expression, EndpointKind.Text, scope, user)
            ? expression
            : null;

    public EndpointExpression? ReadCall(JsonFields call, EndpointScope scope)
    {
        if (
            call.Require<JsonString>("fn", "a string") is not { } function
            || call.Require<JsonArray>("argv", "an array") is not { Items: var values }
        )
        {
            return null;
        }

        if (function.Value == EndpointFunction.GetAttribute)
        {
            return ReadAttribute(call.Json, values, scope);
        }

        if (!EndpointFunction.Names.Contains(function.Value))
        {
            diagnostics.Add(
                EndpointDiagnostics.UnknownFunction,
                function.Span,
                function.Value,
                string.Join(", ", EndpointFunction.Names.OrderBy(static name => name, StringComparer.Ordinal))
            );
            return null;
        }

        List<EndpointExpression> arguments = [];
        foreach (JsonValue value in values)
        {
            if (Read(value, scope) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return _arguments.Check(call.Json, function.Value, values, arguments, scope)
            ? new CallExpression(function.Value, arguments.ToEquatableArray())
            : null;
    }

    private EndpointExpression? Read(JsonValue value, EndpointScope scope)
    {
        switch (value)
        {
            case JsonString text:
                return _templates.Read(text, scope);
            case JsonBoolean flag:
                return new BooleanExpression(flag.Value);
            case JsonNumber number when number.ToInt64() is >= int.MinValue and <= int.MaxValue and var integer:
                return new NumberExpression((int)integer);
            case JsonObject reference when reference["ref"] is JsonString name:
                return ReadReference(name, scope);
            case JsonObject call when call["assign"] is { } assign:
                diagnostics.Add(
                    EndpointDiagnostics.Malformed,
                    assign.StartSpan,
                    "Only a condition can assign its value; a call inside another cannot"
                );
                return null;
            case JsonObject call when call["fn"] is not null:
                return ReadCall(new JsonFields(call, diagnostics), scope);
            default:
                diagnostics.Add(
                    EndpointDiagnostics.Malformed,
                    value.StartSpan,
                    "A value must be a string, a boolean, an integer, a 'ref' or an 'fn'"
                );
                return null;
        }
    }

    private ReferenceExpression? ReadReference(JsonString name, EndpointScope scope)
    {
        if (scope.Find(name.Value) is not null)
        {
            return new ReferenceExpression(name.Value);
        }

        diagnostics.Add(
            EndpointDiagnostics.UnknownName,
            name.Span,
            $"'{name.Value}' is neither a parameter nor assigned by a condition before this place"
        );
        return null;
    }

    private EndpointExpression? ReadAttribute(JsonObject call, IReadOnlyList<JsonValue> values, EndpointScope scope)
    {
        if (values is not [var source, JsonString path])
        {
            diagnostics.Add(
                EndpointDiagnostics.Malformed,
                call.StartSpan,
                "getAttr takes a value and a path, which is a string"
            );
            return null;
        }

        return Read(source, scope) is { } expression
            ? EndpointPath.Resolve(expression, path.Value, path, scope, diagnostics)
            : null;
    }
}
