namespace SsoOidc.Interop.Redis;

/// <summary>A network on which the first request waits until it is let go.</summary>
internal sealed class HeldBackHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first request is there.</summary>
    public Task Reached => _reached.Task;

    public void LetGo() => _go.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        _reached.TrySetResult();
        await _go.Task;
        return await base.SendAsync(request, cancellationToken);
    }
}
