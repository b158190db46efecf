namespace SsoOidcGen.Runtime;

/// <summary>How long and how often a waiter asks. What is left open comes from the service's model.</summary>
public sealed class WaiterOptions
{
    private readonly TimeSpan? _delay;
    private readonly int? _maxAttempts;

    /// <summary>The pause between two calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan? Delay
    {
        get => _delay;
        init
        {
            if (value is { } delay)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(value));
            }

            _delay = value;
        }
    }

    /// <summary>How many calls are made before the waiter gives up. The retries of a call that fails do not count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? MaxAttempts
    {
        get => _maxAttempts;
        init
        {
            if (value is { } attempts)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1, nameof(value));
            }

            _maxAttempts = value;
        }
    }
}
