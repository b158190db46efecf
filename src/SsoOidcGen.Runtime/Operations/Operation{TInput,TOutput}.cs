using System.ComponentModel;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>An operation of a service: how its request is made and its response read.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <typeparam name="TOutput">The operation's output.</typeparam>
public abstract class Operation<TInput, TOutput> : Operation
{
    /// <summary>Checks an input against the model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual void Validate(TInput request, ref ValidationErrors errors) { }

    /// <summary>Adds the sensitive values of an input, so that no error repeats them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual void AddSensitiveValues(TInput request, SensitiveValues values) { }

    /// <summary>Adds what the endpoint rules want to know about this call; asked if <see cref="Operation.BindsEndpoint"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual EndpointContext BindEndpoint(TInput request, EndpointContext context) => context;

    /// <summary>Writes an input as a request.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void WriteRequest(TInput request, RequestWriter http);

    /// <summary>Reads an output from a successful response.</summary>
    /// <param name="response">Valid during the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract TOutput ReadResponse(in ServiceResponse response);
}
