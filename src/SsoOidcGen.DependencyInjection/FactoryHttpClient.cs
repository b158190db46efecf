using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace SsoOidcGen.DependencyInjection;

/// <summary>
/// An <see cref="HttpClient"/> that may live as long as the container: each request goes through the handlers that
/// <c>IHttpClientFactory</c> has at the time, so that they rotate.
/// </summary>
public static class FactoryHttpClient
{
    /// <summary>Creates the client. Its <see cref="HttpClient.Timeout"/> is infinite unless the builder's <c>ConfigureHttpClient</c> says otherwise: service clients have limits of their own.</summary>
    /// <param name="provider">The container.</param>
    /// <param name="name">The name under which it was added.</param>
    public static HttpClient Create(IServiceProvider provider, string name)
    {
        ArgumentNullException.ThrowIfNull(provider);
        HttpClient http = new(new RotatingHandler(provider.GetRequiredService<IHttpMessageHandlerFactory>(), name))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        HttpClientFactoryOptions options = provider
            .GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>()
            .Get(name);
        foreach (Action<HttpClient> configure in options.HttpClientActions)
        {
            configure(http);
        }

        return http;
    }

    private sealed class RotatingHandler(IHttpMessageHandlerFactory handlers, string name) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            HttpMessageHandler handler = handlers.CreateHandler(name);
            using HttpMessageInvoker invoker = new(handler, disposeHandler: false);
            HttpResponseMessage response = await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
            // The factory disposes of an old handler as soon as nobody holds it.
            GC.KeepAlive(handler);
            return response;
        }
    }
}
