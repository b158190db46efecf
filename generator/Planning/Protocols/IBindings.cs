using SsoOidcGen.Model;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>Where the members of a message travel.</summary>
internal interface IBindings
{
    /// <summary>Method, target and constant headers of an operation's requests.</summary>
    /// <param name="receivesEvents">The response's body are events.</param>
    RequestHead HeadOf(OperationModel operation, bool receivesEvents);

    MemberLocation LocationOf(Member member);

    /// <summary>A member can be the whole body. Where none can, the bytes of a blob are never a stream.</summary>
    bool HasPayloads { get; }

    /// <summary>Name of the member that is the whole body; null when there is none.</summary>
    string? PayloadOf(StructureShape message);

    /// <summary>The request has an object as its body, be it an empty one.</summary>
    /// <param name="input">Null when the operation takes nothing.</param>
    bool SendsObject(StructureShape? input);

    /// <summary>Members beside the events of a message travel in a first message of the stream.</summary>
    bool HasInitialMessages { get; }
}
