namespace SsoOidc;

/// <summary>
/// Work that belongs to the process: whoever asks while it runs shares its result or its exception. A caller who cancels
/// stops waiting, and the work goes on.
/// </summary>
internal sealed class SingleFlight<T>
{
    private readonly object _gate = new();
    private Task<T>? _flight;

    public bool IsRunning => Volatile.Read(ref _flight) is { IsCompleted: false };

    /// <summary>Ends with the work that runs, however that ends.</summary>
    public Task Completion => Volatile.Read(ref _flight) ?? Task.CompletedTask;

    /// <summary>Joins the work that runs, or starts it.</summary>
    public Task<T> RunAsync(Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        lock (_gate)
        {
            return (IsRunning ? _flight! : _flight = Start(work)).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Work that runs is finished for those who wait for it already; whoever asks from now on starts anew.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _flight = null;
        }
    }

    private static Task<T> Start(Func<Task<T>> work)
    {
        // It is nobody's in particular: neither the first caller's activity nor other ambient state belongs to it.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        Task<T> flight = Task.Run(work);
        _ = flight.ContinueWith(
            static done => done.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return flight;
    }
}
