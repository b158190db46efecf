namespace SsoOidcGen.Plan;

/// <summary>How a protocol writes and reads the objects and values in bodies and in the payloads of events.</summary>
/// <param name="Writes">The format of requests.</param>
/// <param name="Reads">The format of responses.</param>
/// <param name="MediaType">Of a request's body.</param>
internal sealed record BodyFormats(BodyFormat Writes, BodyFormat Reads, string MediaType)
{
    /// <summary>An empty list leaves a trace in a form; elsewhere it is left out there.</summary>
    public bool MarksEmptyLists { get; init; }
}

/// <summary>Named as the runtime's formats are.</summary>
internal enum BodyFormat
{
    Json,
    Cbor,
    Xml,

    /// <summary>A form; it is never read.</summary>
    Query,
}
