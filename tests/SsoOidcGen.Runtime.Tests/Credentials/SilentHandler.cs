namespace SsoOidcGen.Runtime.Tests;

/// <summary>Responds to nothing, and tells when it is asked.</summary>
internal sealed class SilentHandler : HttpMessageHandler
{
    private readonly SemaphoreSlim _begins = new(0);
    private int _begun;

    /// <summary>How many requests have begun.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Waits until one more request has begun.</summary>
    public Task BeginsAsync() => _begins.WaitAsync(TestContext.Current.CancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _begun);
        _begins.Release();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }
}
