using SsoOidcGen.Model;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>The traits of the model say where a member travels (Smithy, "HTTP bindings").</summary>
internal sealed class HttpBindings : IBindings
{
    public RequestHead HeadOf(OperationModel operation, bool receivesEvents) =>
        new(operation.HttpMethod, operation.Uri, []);

    public MemberLocation LocationOf(Member member) => member.Location;

    public bool HasPayloads => true;

    public string? PayloadOf(StructureShape message) => message.Payload;

    public bool SendsObject(StructureShape? input) =>
        input is { Payload: null } && input.Members.Any(static member => member.Location == MemberLocation.Body);

    public bool HasInitialMessages => false;
}
