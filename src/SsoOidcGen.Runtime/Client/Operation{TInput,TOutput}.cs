using System.ComponentModel;

namespace SsoOidcGen.Runtime;

/// <summary>An operation of a service: how its request is made and its answer understood.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <typeparam name="TOutput">The operation's output.</typeparam>
public sealed class Operation<TInput, TOutput> : Operation
{
    /// <summary>Checks an input against the model; null when there is nothing to check.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public InputValidator<TInput>? Validate { get; init; }

    /// <summary>Adds what the endpoint rules want to know about this call; null when they want nothing.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<TInput, EndpointContext, EndpointContext>? BindEndpoint { get; init; }

    /// <summary>Writes an input as a request.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public required Action<TInput, RequestWriter> WriteRequest { get; init; }

    /// <summary>Reads an output from a success answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public required ResponseReader<TOutput> ReadResponse { get; init; }
}
