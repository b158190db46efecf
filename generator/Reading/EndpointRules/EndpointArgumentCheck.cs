using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Checks that functions get what they take. Each method reports what does not fit.</summary>
internal sealed class EndpointArgumentCheck(DiagnosticBag diagnostics)
{
    public bool Check(
        JsonObject call,
        string function,
        IReadOnlyList<JsonValue> values,
        List<EndpointExpression> arguments,
        EndpointScope scope
    )
    {
        switch (function)
        {
            case EndpointFunction.IsSet:
                return HasCount(call, function, arguments.Count == 1, "1 argument");
            case EndpointFunction.Coalesce:
                return HasCount(call, function, arguments.Count >= 2, "2 or more arguments")
                    && AreAlike(function, values, arguments, first: 0, scope);
            case EndpointFunction.IfThenElse:
                return HasCount(call, function, arguments.Count == 3, "3 arguments")
                    && Fits(values[0], arguments[0], EndpointKind.Flag, scope, function)
                    && AreAlike(function, values, arguments, first: 1, scope);
        }

        EndpointFunction called = EndpointFunction.Find(function)!;
        EquatableArray<EndpointKind> kinds = called.Parameters;
        if (
            !HasCount(
                call,
                function,
                arguments.Count == kinds.Count,
                kinds.Count == 1 ? "1 argument" : $"{kinds.Count} arguments"
            )
        )
        {
            return false;
        }

        bool fit = true;
        for (int i = 0; i < kinds.Count; i++)
        {
            fit &= called.TakesUnset
                ? IsOfKind(values[i], arguments[i], kinds[i], scope, function)
                : Fits(values[i], arguments[i], kinds[i], scope, function);
        }

        return fit;
    }

    private bool HasCount(JsonObject call, string function, bool isRight, string takes)
    {
        if (!isRight)
        {
            diagnostics.Add(EndpointDiagnostics.WrongType, call.StartSpan, $"{function} takes {takes}");
        }

        return isRight;
    }

    private bool AreAlike(
        string function,
        IReadOnlyList<JsonValue> values,
        List<EndpointExpression> arguments,
        int first,
        EndpointScope scope
    )
    {
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

    /// <summary>The value is of a kind and set.</summary>
    public bool Fits(JsonValue place, EndpointExpression value, EndpointKind kind, EndpointScope scope, string user)
    {
        if (!IsOfKind(place, value, kind, scope, user))
        {
            return false;
        }

        if (scope.TypeOf(value).IsOptional)
        {
            diagnostics.Add(EndpointDiagnostics.MayBeUnset, place.StartSpan, user);
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

        diagnostics.Add(
            EndpointDiagnostics.WrongType,
            place.StartSpan,
            $"This is {EndpointNames.Of(actual)}, but {user} needs {EndpointNames.Of(kind)} here"
        );
        return false;
    }
}
