namespace SsoOidcGen.Plan;

/// <summary>The messages of an event stream.</summary>
/// <param name="Events">The cases of its union.</param>
/// <param name="Exceptions">The errors that it can end with.</param>
internal sealed record EventStreamPlan(IReadOnlyList<EventPlan> Events, IReadOnlyList<StreamExceptionPlan> Exceptions);

/// <summary>An event.</summary>
/// <param name="Case">The union's case for it.</param>
/// <param name="Message">What of it goes where.</param>
/// <param name="MediaType">Of the payload; null when there is none.</param>
internal sealed record EventPlan(MemberPlan Case, MessagePlan Message, string? MediaType);

/// <param name="WireName">Its name on the wire.</param>
/// <param name="Exception">The name of its class.</param>
internal sealed record StreamExceptionPlan(string WireName, string Exception);
