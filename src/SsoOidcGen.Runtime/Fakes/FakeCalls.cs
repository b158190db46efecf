using System.Collections.Concurrent;
using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Completes the calls of a fake client with what a test has prepared, in place of a service.</summary>
/// <param name="client">The name of the fake client, for messages.</param>
/// <param name="timeProvider">The clock of the pauses between calls; null: they take no time.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FakeCalls(string client, TimeProvider? timeProvider)
{
    private readonly ConcurrentDictionary<Operation, FakeOperation> _operations = [];

    internal TimeProvider TimeProvider { get; } = timeProvider ?? new InstantTimeProvider();

    /// <summary>What is prepared for an operation, and the requests it got.</summary>
    public FakeOperation<TInput, TOutput> Of<TInput, TOutput>(Operation<TInput, TOutput> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return (FakeOperation<TInput, TOutput>)
            _operations.GetOrAdd(operation, _ => new FakeOperation<TInput, TOutput>(client, operation.Name));
    }

    internal ValueTask<ServiceException?> RunAsync(Call call, CancellationToken cancellationToken) =>
        _operations.TryGetValue(call.Operation, out FakeOperation? operation)
            ? operation.RunAsync(call, cancellationToken)
            : throw Unprepared(client, call.Operation.Name);

    internal static InvalidOperationException Unprepared(string client, string operation) =>
        new(
            $"{client} has no response for {operation}. Prepare one before the call: {operation}.Returns(…), or {operation}.Throws(…)."
        );
}
