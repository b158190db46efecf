using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>An operation with an input, and with its output once that has been read: what the request loop works with.</summary>
internal abstract class Call(Operation operation)
{
    public Operation Operation { get; } = operation;

    /// <summary>The HTTP status of the success answer.</summary>
    public HttpStatusCode Status { get; set; }

    public abstract void Validate(ref RequestFaults faults);

    /// <summary>Adds what the endpoint rules want to know about this call.</summary>
    public abstract EndpointContext BindEndpoint(EndpointContext context);

    public abstract void WriteRequest(RequestWriter request);

    public abstract void ReadResponse(in ServiceResponse response);
}
