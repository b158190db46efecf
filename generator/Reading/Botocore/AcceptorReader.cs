using System.Globalization;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Reads the rules by which a waiter judges an answer.</summary>
internal sealed class AcceptorReader(string waiter, OperationModel operation, OperationTable operations)
{
    /// <summary>Null, with a diagnostic, when one of them is unsound: without it the others would decide wrongly.</summary>
    public EquatableArray<Acceptor>? ReadAll(JsonFields fields)
    {
        List<Acceptor> acceptors = [];
        if (fields.Require<JsonArray>("acceptors", "an array of objects") is null)
        {
            return null;
        }

        int declared = ((JsonArray)fields.Json["acceptors"]!).Items.Count;
        foreach (JsonObject item in fields.Items<JsonObject>("acceptors", "an object"))
        {
            if (Read(new JsonFields(item, fields.Diagnostics)) is { } acceptor)
            {
                acceptors.Add(acceptor);
            }
        }

        if (declared > 0)
        {
            return acceptors.Count == declared ? acceptors.ToEquatableArray() : null;
        }

        fields.Diagnostics.Add(
            ReadingDiagnostics.InvalidWaiter,
            fields.Json["acceptors"]!.StartSpan,
            waiter,
            "it has no acceptors"
        );
        return null;
    }

    private Acceptor? Read(JsonFields acceptor)
    {
        Vocabulary.Acceptor.Check(acceptor);
        if (
            ReadState(acceptor) is not { } state
            || ReadMatcher(acceptor) is not { } matcher
            || ReadExpectation(acceptor) is not { } expected
        )
        {
            return null;
        }

        if (matcher is not (AcceptorMatcher.Path or AcceptorMatcher.PathAny or AcceptorMatcher.PathAll))
        {
            bool fits = matcher is AcceptorMatcher.Status ? expected.Number is not null : expected.Number is null;
            return fits || Report(acceptor, "expected", "a status is a number, an error is a code, true or false")
                ? new Acceptor(state, matcher, null, expected)
                : null;
        }

        return
            ReadArgument(acceptor, out JmesPathType type) is { } argument
            && IsComparable(acceptor, matcher, argument, type, expected)
            ? new Acceptor(state, matcher, argument, expected)
            : null;
    }

    private static AcceptorState? ReadState(JsonFields acceptor) =>
        acceptor.RequiredText("state") switch
        {
            null => null,
            "success" => AcceptorState.Success,
            "failure" => AcceptorState.Failure,
            "retry" => AcceptorState.Retry,
            var other => Wrong<AcceptorState>(acceptor, "state", "success, failure or retry", other),
        };

    private static AcceptorMatcher? ReadMatcher(JsonFields acceptor) =>
        acceptor.RequiredText("matcher") switch
        {
            null => null,
            "path" => AcceptorMatcher.Path,
            "pathAny" => AcceptorMatcher.PathAny,
            "pathAll" => AcceptorMatcher.PathAll,
            "error" => AcceptorMatcher.Error,
            "status" => AcceptorMatcher.Status,
            var other => Wrong<AcceptorMatcher>(acceptor, "matcher", "path, pathAny, pathAll, error or status", other),
        };

    private static AcceptorExpectation? ReadExpectation(JsonFields acceptor)
    {
        switch (acceptor.Json["expected"])
        {
            case JsonString text:
                return new(text.Value, null, null);
            case JsonBoolean flag:
                return new(null, null, flag.Value);
            case JsonNumber number when number.ToInt64() is >= int.MinValue and <= int.MaxValue and long value:
                return new(null, (int)value, null);
            default:
                acceptor.Require<JsonString>("expected", "a string, a whole number, true or false");
                return null;
        }
    }

    private JmesPathExpression? ReadArgument(JsonFields acceptor, out JmesPathType type)
    {
        type = JmesPathType.Any;
        return acceptor.Require<JsonString>("argument", "a string") is { } text
            ? JmesPathReader.Read(text, acceptor.Diagnostics, operations.Typer, operations.Output(operation), out type)
            : null;
    }

    private bool IsComparable(
        JsonFields acceptor,
        AcceptorMatcher matcher,
        JmesPathExpression argument,
        JmesPathType type,
        AcceptorExpectation expected
    )
    {
        JmesPathType compared = type;
        if (matcher is not AcceptorMatcher.Path)
        {
            if (type is not ListType list)
            {
                return Report(acceptor, "argument", $"'{argument.Text}' is {JmesPathTyper.Describe(type)}, not a list");
            }

            compared = list.Item;
        }

        bool fits =
            compared is ShapeType { Shape: var shape }
            && shape switch
            {
                StringShape => expected.Text is not null,
                BooleanShape => expected.Flag is not null,
                NumberShape => expected.Number is not null,
                _ => false,
            };
        return fits
            || Report(
                acceptor,
                "expected",
                $"'{argument.Text}' gives {JmesPathTyper.Describe(compared)}, which is never {Describe(expected)}"
            );
    }

    private static string Describe(AcceptorExpectation expected) =>
        expected.Text is { } text ? $"'{text}'"
        : expected.Number is { } number ? number.ToString(CultureInfo.InvariantCulture)
        : expected.Flag is true ? "true"
        : "false";

    private bool Report(JsonFields acceptor, string property, string fault)
    {
        acceptor.Diagnostics.Add(ReadingDiagnostics.InvalidWaiter, acceptor.Json[property]!.StartSpan, waiter, fault);
        return false;
    }

    private static T? Wrong<T>(JsonFields acceptor, string property, string expected, string actual)
        where T : struct
    {
        acceptor.Wrong(property, expected, $"'{actual}'");
        return null;
    }
}
