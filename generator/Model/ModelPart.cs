namespace SsoOidcGen.Model;

/// <summary>
/// A part of a model that something can be said about, by its meaning: how it is written, and where, only its format knows.
/// </summary>
internal abstract record ModelPart
{
    private ModelPart() { }

    /// <summary>The model as such.</summary>
    public sealed record Service : ModelPart;

    /// <summary>All operations together.</summary>
    public sealed record Operations : ModelPart;

    public sealed record SingleOperation(string Name) : ModelPart;

    /// <summary>The reference to the input structure.</summary>
    public sealed record Input(string Operation) : ModelPart;

    /// <summary>The reference to the output structure.</summary>
    public sealed record Output(string Operation) : ModelPart;

    /// <summary>One of the errors that an operation lists.</summary>
    public sealed record Error(string Operation, string Name) : ModelPart;

    public sealed record HttpUri(string Operation) : ModelPart;

    public sealed record HostPrefix(string Operation) : ModelPart;

    public sealed record ClientContextParameter(string Name) : ModelPart;

    /// <summary>The value of an endpoint parameter that is the same for all calls of an operation.</summary>
    public sealed record StaticContextValue(string Operation, string Name) : ModelPart;

    public sealed record OperationContextParameter(string Operation, string Name) : ModelPart;

    /// <summary>The expression that gives an endpoint parameter its value.</summary>
    public sealed record OperationContextPath(string Operation, string Name) : ModelPart;

    public sealed record Shape(string Name) : ModelPart;

    /// <summary>The reference to what a list holds.</summary>
    public sealed record ListItem(string Owner) : ModelPart;

    /// <summary>The reference to the keys of a map.</summary>
    public sealed record MapKey(string Owner) : ModelPart;

    /// <summary>The reference to the values of a map.</summary>
    public sealed record MapValue(string Owner) : ModelPart;

    /// <summary>The reference to what a member holds.</summary>
    public sealed record MemberTarget(string Owner, string Member) : ModelPart;

    /// <summary>The name of a member in the message.</summary>
    public sealed record MemberName(string Owner, string Member) : ModelPart;

    /// <summary>That a member is required.</summary>
    public sealed record MemberRequired(string Owner, string Member) : ModelPart;

    /// <summary>The endpoint parameter that a member gives its value to.</summary>
    public sealed record MemberContextParameter(string Owner, string Member) : ModelPart;

    public sealed record Paginator(string Operation) : ModelPart;

    public sealed record InputToken(string Operation, int Index) : ModelPart;

    /// <summary>All output tokens together.</summary>
    public sealed record OutputTokens(string Operation) : ModelPart;

    public sealed record OutputToken(string Operation, int Index) : ModelPart;

    public sealed record ResultKey(string Operation, int Index) : ModelPart;

    public sealed record LimitKey(string Operation) : ModelPart;

    public sealed record MoreResults(string Operation) : ModelPart;

    public sealed record Waiter(string Name) : ModelPart;

    /// <summary>All acceptors of a waiter together.</summary>
    public sealed record Acceptors(string Owner) : ModelPart;

    /// <summary>What an acceptor looks at.</summary>
    public sealed record AcceptorArgument(string Owner, int Index) : ModelPart;

    /// <summary>What an acceptor expects to find.</summary>
    public sealed record AcceptorExpectation(string Owner, int Index) : ModelPart;
}
