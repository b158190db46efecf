namespace SsoOidcGen.Runtime;

/// <summary>How an attempt to get something ended.</summary>
/// <param name="Value">What it got; null when it failed.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="MayRetry">Whether the next attempt may end otherwise.</param>
internal readonly record struct Attempt<T>(T? Value, Exception? Failure = null, bool MayRetry = false)
    where T : class
{
    /// <summary>Repeats an attempt, with the pauses of any client's retries.</summary>
    public static async Task<T> RunAsync(int maxAttempts, TimeProvider clock, Func<Task<Attempt<T>>> work)
    {
        RetryBackoff backoff = new(RetryBackoff.TransientBase);
        for (int number = 1; ; number++)
        {
            Attempt<T> attempt = await work().ConfigureAwait(false);
            if (attempt.Value is { } value)
            {
                return value;
            }

            if (!attempt.MayRetry || number >= maxAttempts)
            {
                throw attempt.Failure!;
            }

            await Task.Delay(backoff.Delay(number, isThrottling: false, retryAfter: null), clock).ConfigureAwait(false);
        }
    }
}
