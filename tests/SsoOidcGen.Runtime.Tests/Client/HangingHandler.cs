namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Leaves the first request without a response, and every other one too unless <paramref name="next"/> responds.</summary>
internal sealed class HangingHandler(Func<HttpRequestMessage, HttpResponseMessage>? next = null) : HttpMessageHandler
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a request is on its way.</summary>
    public Task Started => _started.Task;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!_started.TrySetResult() && next is not null)
        {
            return next(request);
        }

        // Unlike that of a delay, this end is seen within the cancellation.
        TaskCompletionSource<HttpResponseMessage> hanging = new();
        await using CancellationTokenRegistration end = cancellationToken.Register(() =>
            hanging.TrySetCanceled(cancellationToken)
        );
        return await hanging.Task.ConfigureAwait(false);
    }
}
