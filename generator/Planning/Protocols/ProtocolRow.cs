using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>All that sets one protocol apart from the others.</summary>
internal sealed record ProtocolRow
{
    /// <summary>Where members travel.</summary>
    public required IBindings Bindings { get; init; }

    /// <summary>How bodies are written and read.</summary>
    public required BodyFormats Bodies { get; init; }

    /// <summary>The media type of an object or value in an event.</summary>
    public required string EventMediaType { get; init; }

    /// <summary>The name of a member in the body's object.</summary>
    public required Func<Member, string> BodyName { get; init; }

    /// <summary>The same in a request, where that differs.</summary>
    public Func<Member, string>? RequestName { get; init; }

    /// <summary>What the items of a list are called in a request; null when they have numbers only.</summary>
    public Func<ListShape, string?> ItemName { get; init; } = static list => list.Member.Xml?.Name ?? "member";

    /// <summary>What an operation's form begins with; null when its requests are no forms.</summary>
    public Func<OperationModel, FormPlan?> Form { get; init; } = static _ => null;

    /// <summary>The element in a response's root that holds an operation's output; null when the root does.</summary>
    public Func<OperationModel, string?> ResultWrapper { get; init; } = static _ => null;

    /// <summary>How a timestamp travels at a location unless the model says otherwise.</summary>
    public required Func<MemberLocation, TimestampEncoding> Timestamps { get; init; }

    /// <summary>Bodies can hold documents.</summary>
    public bool CarriesDocuments { get; init; } = true;

    /// <summary>Bodies can be events.</summary>
    public bool CarriesEvents { get; init; } = true;

    /// <summary>Lists and maps can hold nulls.</summary>
    public bool CarriesNulls { get; init; } = true;

    /// <summary>The media type of bytes that are a whole body; null when they travel without.</summary>
    public string? BytesMediaType { get; init; } = "application/octet-stream";

    /// <summary>An object none of whose members is set is no body.</summary>
    public bool OmitsUnsetObject { get; init; }

    /// <summary>A structure that is a whole body travels as an empty object when it is left out.</summary>
    public bool SendsEmptyPayload { get; init; }
}
