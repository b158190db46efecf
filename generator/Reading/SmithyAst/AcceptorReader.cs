using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Reads the rules by which a waiter judges a response.</summary>
/// <param name="errors">The service's errors by their names.</param>
internal sealed class AcceptorReader(IReadOnlyDictionary<string, ErrorTrait> errors)
{
    /// <summary>Null, with a diagnostic, when one of them is malformed: without it the others would decide wrongly.</summary>
    public EquatableArray<Acceptor>? ReadAll(string waiter, JsonFields fields)
    {
        if (fields.Require<JsonArray>("acceptors", "an array of objects") is not { } declared)
        {
            return null;
        }

        List<Acceptor> acceptors = [];
        foreach (JsonObject item in fields.Items<JsonObject>("acceptors", "an object"))
        {
            if (Read(waiter, new JsonFields(item, fields.Diagnostics)) is { } acceptor)
            {
                acceptors.Add(acceptor);
            }
        }

        return acceptors.Count == declared.Items.Count ? acceptors.ToEquatableArray() : null;
    }

    private Acceptor? Read(string waiter, JsonFields acceptor)
    {
        if (
            AcceptorStateReader.Read(acceptor) is not { } state
            || acceptor.RequiredObject("matcher") is not { } matcher
        )
        {
            return null;
        }

        if (matcher.Has("output"))
        {
            return matcher.Object("output") is { } output ? ReadOutput(state, output) : null;
        }

        if (matcher.Has("errorType"))
        {
            return matcher.Text("errorType") is { } error
                ? new Acceptor(state, AcceptorMatcher.Error, null, new AcceptorExpectation(CodeOf(error), null, null))
                : null;
        }

        if (matcher.Has("success"))
        {
            return matcher.Get<JsonBoolean>("success", "true or false") is { } success
                ? new Acceptor(state, AcceptorMatcher.Error, null, new AcceptorExpectation(null, null, !success.Value))
                : null;
        }

        matcher.Diagnostics.Add(
            ReadingDiagnostics.InvalidWaiter,
            matcher.Json.StartSpan,
            waiter,
            "an acceptor must match 'output', 'errorType' or 'success'"
        );
        return null;
    }

    private static Acceptor? ReadOutput(AcceptorState state, JsonFields output)
    {
        string? comparator = output.RequiredText("comparator");
        AcceptorMatcher? matcher = comparator switch
        {
            "stringEquals" or "booleanEquals" => AcceptorMatcher.Path,
            "anyStringEquals" => AcceptorMatcher.PathAny,
            "allStringEquals" => AcceptorMatcher.PathAll,
            _ => null,
        };
        if (comparator is not null && matcher is null)
        {
            output.Wrong(
                "comparator",
                "stringEquals, booleanEquals, anyStringEquals or allStringEquals",
                $"'{comparator}'"
            );
        }

        return
            matcher is { } found
            && ReadExpectation(output, comparator == "booleanEquals") is { } expected
            && ReadPath(output) is { } path
            ? new Acceptor(state, found, path, expected)
            : null;
    }

    private static AcceptorExpectation? ReadExpectation(JsonFields output, bool isBoolean)
    {
        string? expected = output.RequiredText("expected");
        if (isBoolean && expected is not (null or "true" or "false"))
        {
            output.Wrong("expected", "true or false in quotes", $"'{expected}'");
            return null;
        }

        return expected is null ? null
            : isBoolean ? new AcceptorExpectation(null, null, expected == "true")
            : new AcceptorExpectation(expected, null, null);
    }

    private static JmesPathExpression? ReadPath(JsonFields output) =>
        output.Require<JsonString>("path", "a string") is { } path
            ? JmesPathReader.Read(path, output.Diagnostics)
            : null;

    /// <summary>The code of an error that is named by its shape, or the code itself.</summary>
    private string CodeOf(string error)
    {
        string name = ShapeId.NameOf(error);
        return errors.TryGetValue(name, out ErrorTrait? found) ? found.Code : name;
    }
}
