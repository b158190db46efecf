using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>
/// An operation of a fake client: the responses that a test prepares for it, and the requests it got. Safe for use by several
/// threads.
/// </summary>
/// <remarks>
/// Prepared responses are used one after the other, and the last of them for all further calls. Requests are checked as
/// those to a service are.
/// </remarks>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <typeparam name="TOutput">The operation's output.</typeparam>
public sealed class FakeOperation<TInput, TOutput> : FakeOperation
{
    private readonly object _lock = new();
    private readonly string _client;
    private readonly string _name;
    private readonly List<TInput> _requests = [];
    private readonly List<Func<TInput, CancellationToken, Task<TOutput>>> _responses = [];
    private int _next;

    internal FakeOperation(string client, string name)
    {
        _client = client;
        _name = name;
    }

    /// <summary>The requests so far, in their order, those for which no response was prepared among them.</summary>
    public IReadOnlyList<TInput> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Responds with outputs from now on, instead of what was prepared before.</summary>
    /// <param name="output">The output of the next call.</param>
    /// <param name="next">The outputs of the calls after it.</param>
    /// <returns>This operation, for what comes then.</returns>
    public FakeOperation<TInput, TOutput> Returns(TOutput output, params TOutput[] next) =>
        Clear().ThenReturns(output, next);

    /// <summary>Responds with what a function makes of the request.</summary>
    /// <param name="respond">Makes the output; what it throws is thrown by the call.</param>
    /// <returns>This operation, for what comes then.</returns>
    public FakeOperation<TInput, TOutput> Returns(Func<TInput, TOutput> respond) => Clear().ThenReturns(respond);

    /// <summary>Responds with what an asynchronous function makes of the request.</summary>
    /// <param name="respond">Makes the output; what it throws is thrown by the call.</param>
    /// <returns>This operation, for what comes then.</returns>
    public FakeOperation<TInput, TOutput> Returns(Func<TInput, CancellationToken, Task<TOutput>> respond) =>
        Clear().ThenReturns(respond);

    /// <summary>Throws an exception from now on, instead of what was prepared before.</summary>
    /// <param name="exception">
    /// Thrown as it is; a <see cref="ServiceException"/> is what <see cref="ServiceClient.TryInvokeAsync"/> returns.
    /// </param>
    /// <returns>This operation, for what comes then.</returns>
    public FakeOperation<TInput, TOutput> Throws(Exception exception) => Clear().ThenThrows(exception);

    /// <summary>Adds outputs to what was prepared.</summary>
    /// <param name="output">The next output.</param>
    /// <param name="next">The outputs after it.</param>
    /// <returns>This operation, for what comes then.</returns>
    public FakeOperation<TInput, TOutput> ThenReturns(TOutput output, params TOutput[] next)
    {
        ArgumentNullException.ThrowIfNull(next);
        foreach (TOutput prepared in (TOutput[])[output, .. next])
        {
            ArgumentNullException.ThrowIfNull(prepared, nameof(output));
            Add((_, _) => Task.FromResult(prepared));
        }

        return this;
    }

    /// <inheritdoc cref="Returns(Func{TInput, TOutput})"/>
    public FakeOperation<TInput, TOutput> ThenReturns(Func<TInput, TOutput> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        return Add((request, _) => Task.FromResult(respond(request)));
    }

    /// <inheritdoc cref="Returns(Func{TInput, CancellationToken, Task{TOutput}})"/>
    public FakeOperation<TInput, TOutput> ThenReturns(Func<TInput, CancellationToken, Task<TOutput>> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        return Add(respond);
    }

    /// <summary>Adds an exception to what was prepared.</summary>
    /// <param name="exception">What the call throws.</param>
    /// <returns>This operation, for what comes then.</returns>
    public FakeOperation<TInput, TOutput> ThenThrows(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Add((_, _) => Task.FromException<TOutput>(exception));
    }

    internal override async ValueTask<ServiceException?> RunAsync(Call call, CancellationToken cancellationToken)
    {
        Call<TInput, TOutput> typed = (Call<TInput, TOutput>)call;
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            typed.Complete(await Next(typed.Input)(typed.Input, cancellationToken).ConfigureAwait(false));
            return null;
        }
        catch (ServiceException exception)
        {
            return exception;
        }
    }

    private FakeOperation<TInput, TOutput> Clear()
    {
        lock (_lock)
        {
            _responses.Clear();
            _next = 0;
        }

        return this;
    }

    private FakeOperation<TInput, TOutput> Add(Func<TInput, CancellationToken, Task<TOutput>> response)
    {
        lock (_lock)
        {
            _responses.Add(response);
        }

        return this;
    }

    private Func<TInput, CancellationToken, Task<TOutput>> Next(TInput request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            return _responses.Count > 0
                ? _responses[Math.Min(_next++, _responses.Count - 1)]
                : throw FakeCalls.Unprepared(_client, _name);
        }
    }
}
