using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Reads the rules by which a waiter judges a response.</summary>
internal static class AcceptorReader
{
    /// <summary>Null, with a diagnostic, when one of them is malformed: without it the others would decide wrongly.</summary>
    public static EquatableArray<Acceptor>? ReadAll(JsonFields waiter)
    {
        if (waiter.Require<JsonArray>("acceptors", "an array of objects") is not { } declared)
        {
            return null;
        }

        List<Acceptor> acceptors = [];
        foreach (JsonObject item in waiter.Items<JsonObject>("acceptors", "an object"))
        {
            if (Read(new JsonFields(item, waiter.Diagnostics)) is { } acceptor)
            {
                acceptors.Add(acceptor);
            }
        }

        return acceptors.Count == declared.Items.Count ? acceptors.ToEquatableArray() : null;
    }

    private static Acceptor? Read(JsonFields acceptor)
    {
        Vocabulary.Acceptor.Check(acceptor);
        if (
            AcceptorStateReader.Read(acceptor) is not { } state
            || ReadMatcher(acceptor) is not { } matcher
            || ReadExpectation(acceptor) is not { } expected
        )
        {
            return null;
        }

        if (matcher is not (AcceptorMatcher.Path or AcceptorMatcher.PathAny or AcceptorMatcher.PathAll))
        {
            return new Acceptor(state, matcher, null, expected);
        }

        return ReadArgument(acceptor) is { } argument ? new Acceptor(state, matcher, argument, expected) : null;
    }

    private static AcceptorMatcher? ReadMatcher(JsonFields acceptor) =>
        acceptor.RequiredText("matcher") switch
        {
            null => null,
            "path" => AcceptorMatcher.Path,
            "pathAny" => AcceptorMatcher.PathAny,
            "pathAll" => AcceptorMatcher.PathAll,
            "error" => AcceptorMatcher.Error,
            "status" => AcceptorMatcher.Status,
            var other => Wrong(acceptor, other),
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

    private static JmesPathExpression? ReadArgument(JsonFields acceptor) =>
        acceptor.Require<JsonString>("argument", "a string") is { } text
            ? JmesPathReader.Read(text, acceptor.Diagnostics)
            : null;

    private static AcceptorMatcher? Wrong(JsonFields acceptor, string matcher)
    {
        acceptor.Wrong("matcher", "path, pathAny, pathAll, error or status", $"'{matcher}'");
        return null;
    }
}
