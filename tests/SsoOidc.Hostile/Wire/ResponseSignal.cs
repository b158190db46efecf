using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile.Wire;

/// <summary>A client's own handler, which tells when the headers of a response have arrived.</summary>
internal sealed class ResponseSignal() : DelegatingHandler(ServiceClient.CreateHandler())
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        _arrived.TrySetResult();
        return response;
    }
}
