namespace SsoOidcGen.Plan;

/// <summary>The messages of an event stream.</summary>
/// <param name="Events">The cases of its union.</param>
/// <param name="Exceptions">The errors that it can end with.</param>
internal sealed record EventStreamPlan(IReadOnlyList<EventPlan> Events, IReadOnlyList<StreamExceptionPlan> Exceptions)
{
    /// <summary>Who sends an error names it by its class, which may stand for several: the first counts.</summary>
    public IReadOnlyList<StreamExceptionPlan> SentExceptions =>
        [.. Exceptions.GroupBy(static error => error.Exception).Select(static errors => errors.First())];
}

/// <summary>An event.</summary>
/// <param name="Case">The union's case for it.</param>
/// <param name="Message">What of it goes where.</param>
/// <param name="MediaType">Of the payload; null when there is none.</param>
internal sealed record EventPlan(MemberPlan Case, MessagePlan Message, string? MediaType);

/// <summary>An error that ends a stream.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Message">What of its exception goes where.</param>
/// <param name="MediaType">Of the payload; null when there is none.</param>
internal sealed record StreamExceptionPlan(string WireName, MessagePlan Message, string? MediaType)
{
    /// <summary>The name of its class.</summary>
    public string Exception => Message.Shape.Name;
}
