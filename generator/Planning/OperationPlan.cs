using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

internal sealed record OperationPlan
{
    public required OperationModel Model { get; init; }

    /// <summary>Name of the method without <c>Async</c>, and of the descriptor.</summary>
    public required string Name { get; init; }

    /// <summary>The static class that holds the operation's descriptor.</summary>
    public required string DescriptorName { get; init; }

    public required StructurePlan Input { get; init; }

    public required StructurePlan Output { get; init; }

    public required IReadOnlyList<ExceptionPlan> Errors { get; init; }

    public required AuthPlan Auth { get; init; }

    /// <summary>What the endpoint rules learn about a call.</summary>
    public IReadOnlyList<EndpointBindingPlan> EndpointBindings { get; init; } = [];

    /// <summary>The types that only this operation uses: they are declared in its file.</summary>
    public required TypeGroup OwnTypes { get; init; }

    /// <summary>The member whose events are the request's body.</summary>
    public MemberPlan? SentEvents => Input.Members.FirstOrDefault(static member => member.Type is EventStreamType);

    /// <summary>Events travel both ways at the same time, or the service wants HTTP/2 for them anyway.</summary>
    public bool RequiresHttp2 { get; init; }

    /// <summary>The answer's body is handed to the caller as it arrives.</summary>
    public bool StreamsOutput => Output.Members.Any(static member => member.Type is StreamType or EventStreamType);
}
