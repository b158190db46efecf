using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Calls an operation until its responses show the awaited state. Immutable; made by generated code.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <typeparam name="TOutput">The operation's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Waiter<TInput, TOutput>
{
    /// <summary>The name in the service's model, for example <c>ClusterActive</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The operation that is called.</summary>
    public required Operation<TInput, TOutput> Operation { get; init; }

    /// <summary>The pause between two calls.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>How many calls are made.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Says what a response means; null when no acceptor matches it.</summary>
    public required Func<OperationResult<TOutput>, WaiterVerdict?> Judge { get; init; }

    /// <summary>Calls the operation until an acceptor decides.</summary>
    /// <param name="client">Makes the calls; its clock times the pauses.</param>
    /// <param name="input">The operation's input.</param>
    /// <param name="options">Overrides delay and number of calls.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The response that shows the awaited state: an output, or an error that the waiter accepts as a success.</returns>
    /// <exception cref="WaiterException">It will not happen any more, or has not happened in time.</exception>
    public async Task<OperationResult<TOutput>> WaitAsync(
        ServiceClient client,
        TInput input,
        WaiterOptions? options,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        TimeSpan delay = options?.Delay ?? Delay;
        int maxAttempts = options?.MaxAttempts ?? MaxAttempts;
        for (int attempt = 1; ; attempt++)
        {
            OperationResult<TOutput> result = await client
                .TryInvokeAsync(Operation, input, cancellationToken)
                .ConfigureAwait(false);
            WaiterVerdict verdict = Judge(result) ?? Default(result);
            if (verdict.State == WaiterState.Success)
            {
                return result;
            }

            // An output that streams holds a connection.
            (result.Output as IDisposable)?.Dispose();
            if (verdict.State == WaiterState.Failure || attempt >= maxAttempts)
            {
                throw new WaiterException(Name, Operation.Name, verdict, attempt, result.Output, result.Exception);
            }

            await Task.Delay(delay, client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Without an acceptor for it, an output is not yet what is waited for, and an error ends the waiting.</summary>
    private static WaiterVerdict Default(OperationResult<TOutput> result) =>
        result.Exception is { } error
            ? WaiterVerdict.Failure($"no acceptor expects the error {error.ErrorCode ?? error.GetType().Name}")
            : WaiterVerdict.Retry("no acceptor matches the response");
}
