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

    /// <summary>How a timestamp travels at a location unless the model says otherwise.</summary>
    public required Func<MemberLocation, TimestampEncoding> Timestamps { get; init; }

    /// <summary>Bodies can hold documents.</summary>
    public bool CarriesDocuments { get; init; } = true;

    /// <summary>A structure that is a whole body travels as an empty object when it is left out.</summary>
    public bool SendsEmptyPayload { get; init; }
}
