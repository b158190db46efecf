namespace SsoOidcGen.Runtime;

/// <summary>Repeats what fails for the moment.</summary>
internal static class Attempts
{
    /// <summary>Works until that succeeds, fails for good or was tried often enough, with the pauses of any client's retries.</summary>
    /// <exception cref="CredentialsException">The last failure.</exception>
    public static T Run<T>(int maxAttempts, TimeProvider clock, Func<T> work)
        where T : class?
    {
        RetryBackoff backoff = new(RetryBackoff.TransientBase);
        for (int number = 1; ; number++)
        {
            try
            {
                return work();
            }
            catch (CredentialsException exception) when (exception.IsTransient && number < maxAttempts)
            {
                Task.Delay(backoff.Delay(number, isThrottling: false, retryAfter: null), clock)
                    .GetAwaiter()
                    .GetResult();
            }
        }
    }
}
