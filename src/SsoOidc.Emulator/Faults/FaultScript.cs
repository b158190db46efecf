namespace SsoOidc.Emulator;

/// <summary>The faults still to come, per operation, in the order they were added.</summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly Dictionary<EmulatorOperation, Queue<Fault>> _faults = [];

    /// <summary>Meets the next requests of an operation with a fault.</summary>
    /// <param name="operation">The operation to disturb.</param>
    /// <param name="fault">What happens instead of, or before, the proper response.</param>
    /// <param name="times">How many requests meet it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Add(EmulatorOperation operation, Fault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_lock)
        {
            if (!_faults.TryGetValue(operation, out Queue<Fault>? queue))
            {
                _faults[operation] = queue = [];
            }

            for (int i = 0; i < times; i++)
            {
                queue.Enqueue(fault);
            }
        }
    }

    /// <summary>Drops every fault that has not happened yet.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    internal Fault? Next(EmulatorOperation operation)
    {
        lock (_lock)
        {
            return _faults.TryGetValue(operation, out Queue<Fault>? queue) && queue.TryDequeue(out Fault? fault)
                ? fault
                : null;
        }
    }
}
