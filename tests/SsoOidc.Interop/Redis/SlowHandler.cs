namespace SsoOidc.Interop.Redis;

/// <summary>A network on which requests and responses are on their way for a while.</summary>
internal sealed class SlowHandler(Jitter jitter) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        await jitter.PauseAsync();
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await jitter.PauseAsync();
        return response;
    }
}
