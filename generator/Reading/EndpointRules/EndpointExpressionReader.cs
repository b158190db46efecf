using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads values and calls. Each method returns null, with a diagnostic, for what cannot be compiled.</summary>
internal sealed class EndpointExpressionReader(EndpointJson json)
{
    private readonly EndpointTemplateReader _templates = new(json);

    /// <summary>A string with all its values set.</summary>
    public EndpointExpression? ReadText(JsonValue value, EndpointScope scope, string user) =>
        Read(value, scope) is { } expression && Fits(value, expression, EndpointKind.Text, scope, user)
            ? expression
            : null;

    public EndpointExpression? ReadCall(JsonObject call, EndpointScope scope)
    {
        if (
            json.Required<JsonString>(call, "fn") is not { } function
            || json.Required<JsonArray>(call, "argv") is not { Items: var values }
        )
        {
            return null;
        }

        if (function.Value == EndpointFunction.GetAttribute)
        {
            return ReadAttribute(call, values, scope);
        }

        if (!EndpointFunction.Names.Contains(function.Value))
        {
            json.Diagnostics.Add(
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

        return TakesArguments(call, function.Value, values, arguments, scope)
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
                json.Malformed(assign, "Only a condition can assign its value; a call inside another cannot");
                return null;
            case JsonObject call when call["fn"] is not null:
                return ReadCall(call, scope);
            default:
                json.Malformed(value, "A value must be a string, a boolean, an integer, a 'ref' or an 'fn'");
                return null;
        }
    }

    private ReferenceExpression? ReadReference(JsonString name, EndpointScope scope)
    {
        if (scope.Find(name.Value) is not null)
        {
            return new ReferenceExpression(name.Value);
        }

        json.Diagnostics.Add(
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
            json.Malformed(call, "getAttr takes a value and a path, which is a string");
            return null;
        }

        return Read(source, scope) is { } expression
            ? EndpointPath.Resolve(expression, path.Value, path, scope, json)
            : null;
    }

    private bool TakesArguments(
        JsonObject call,
        string function,
        IReadOnlyList<JsonValue> values,
        List<EndpointExpression> arguments,
        EndpointScope scope
    )
    {
        if (function is EndpointFunction.IsSet)
        {
            return HasCount(call, function, 1, arguments);
        }

        if (function is EndpointFunction.Coalesce or EndpointFunction.IfThenElse)
        {
            return HasCount(call, function, function == EndpointFunction.Coalesce ? 2 : 3, arguments)
                && (
                    function == EndpointFunction.Coalesce
                    || Fits(values[0], arguments[0], EndpointKind.Flag, scope, function)
                )
                && AreAlike(function, values, arguments, scope);
        }

        EquatableArray<EndpointKind> kinds = EndpointFunction.Find(function)!.Parameters;
        if (!HasCount(call, function, kinds.Count, arguments))
        {
            return false;
        }

        bool fit = true;
        for (int i = 0; i < kinds.Count; i++)
        {
            fit &= Fits(values[i], arguments[i], kinds[i], scope, function);
        }

        return fit;
    }

    private bool HasCount(JsonObject call, string function, int count, List<EndpointExpression> arguments)
    {
        bool isRight = function == EndpointFunction.Coalesce ? arguments.Count >= count : arguments.Count == count;
        if (!isRight)
        {
            json.Diagnostics.Add(
                EndpointDiagnostics.WrongType,
                call.Span,
                $"{function} takes {count} arguments, not {arguments.Count}"
            );
        }

        return isRight;
    }

    private bool AreAlike(
        string function,
        IReadOnlyList<JsonValue> values,
        List<EndpointExpression> arguments,
        EndpointScope scope
    )
    {
        int first = function == EndpointFunction.IfThenElse ? 1 : 0;
        EndpointKind kind = scope.TypeOf(arguments[first]).Kind;
        for (int i = first + 1; i < arguments.Count; i++)
        {
            if (!IsOfKind(values[i], arguments[i], kind, scope, function))
            {
                return false;
            }
        }

        return true;
    }

    private bool Fits(JsonValue place, EndpointExpression value, EndpointKind kind, EndpointScope scope, string user)
    {
        if (!IsOfKind(place, value, kind, scope, user))
        {
            return false;
        }

        if (scope.TypeOf(value).IsOptional)
        {
            json.Diagnostics.Add(EndpointDiagnostics.MayBeUnset, place.Span, user);
            return false;
        }

        return true;
    }

    private bool IsOfKind(
        JsonValue place,
        EndpointExpression value,
        EndpointKind kind,
        EndpointScope scope,
        string user
    )
    {
        EndpointKind actual = scope.TypeOf(value).Kind;
        if (actual == kind)
        {
            return true;
        }

        json.Diagnostics.Add(
            EndpointDiagnostics.WrongType,
            place.Span,
            $"This is {EndpointNames.Of(actual)}, but {user} needs {EndpointNames.Of(kind)} here"
        );
        return false;
    }
}
