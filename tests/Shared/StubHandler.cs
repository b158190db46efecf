namespace SsoOidcGen.Testing;

/// <summary>Responds to each request as a test says, without a network.</summary>
/// <param name="respond">Takes the request and its body, which is empty when there is none.</param>
internal sealed class StubHandler(Func<HttpRequestMessage, string, HttpResponseMessage> respond) : HttpMessageHandler
{
    /// <summary>Responds to every request with success and a body.</summary>
    public StubHandler(string body)
        : this((_, _) => new HttpResponseMessage { Content = new StringContent(body) }) { }

    /// <summary>The body of the latest request.</summary>
    public string Body { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return respond(request, Body);
    }
}
