namespace SsoOidcGen.Testing;

/// <summary>Lets a <see cref="SecretWatch"/> learn from everything that goes over the wire.</summary>
internal sealed class SecretTraffic(SecretWatch watch, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        if (request.Headers.TryGetValues("x-amz-sso_bearer_token", out IEnumerable<string>? tokens))
        {
            watch.Learn("bearer token", tokens.Single());
        }

        await LearnAsync(request.Content, token);
        HttpResponseMessage response = await base.SendAsync(request, token);
        await LearnAsync(response.Content, token);
        return response;
    }

    private async Task LearnAsync(HttpContent? content, CancellationToken token)
    {
        if (content is not null)
        {
            await content.LoadIntoBufferAsync(token);
            watch.LearnFrom(await content.ReadAsStringAsync(token));
        }
    }
}
