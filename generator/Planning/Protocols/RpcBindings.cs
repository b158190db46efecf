using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>Everything is the body; target and headers are constants. The degenerate case of <see cref="HttpBindings"/>.</summary>
/// <param name="path">The path of an operation.</param>
/// <param name="headers">The headers of an operation, which may receive events.</param>
internal sealed class RpcBindings(
    Func<OperationModel, string> path,
    Func<OperationModel, bool, IReadOnlyList<ConstantHeader>> headers
) : IBindings
{
    /// <summary>An operation that takes nothing sends an empty object.</summary>
    public bool SendsObjectWithoutInput { get; init; }

    public RequestHead HeadOf(OperationModel operation, bool receivesEvents) =>
        new("POST", new UriPattern([new UriSegment(path(operation))], []), headers(operation, receivesEvents));

    public MemberLocation LocationOf(Member member) => MemberLocation.Body;

    public bool HasPayloads => false;

    public string? PayloadOf(StructureShape message) => null;

    public bool SendsObject(StructureShape? input) => input is not null || SendsObjectWithoutInput;

    public bool HasInitialMessages => true;
}
