namespace SsoOidc;

/// <summary>Ends work when its time is up, also in the midst of a wait or a call, and tells that from a cancellation.</summary>
internal static class Deadline
{
    public static async Task<T> RunAsync<T>(
        TimeSpan limit,
        TimeProvider timeProvider,
        Func<CancellationToken, Task<T>> work,
        Func<Exception> timeUp,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource deadline = new(limit, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw timeUp();
        }
    }
}
