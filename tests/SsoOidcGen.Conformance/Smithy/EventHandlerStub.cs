using SsoOidcGen.Conformance.Protocols;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Reads the messages of a request, freed from their signatures, and gives a prepared response.</summary>
internal sealed class EventHandlerStub(HttpResponseMessage response) : HttpMessageHandler
{
    private readonly List<EventMessage> _messages = [];

    public IReadOnlyList<EventMessage> Messages => _messages;

    public CapturingHandler Sent { get; } = new(() => response);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using HttpMessageInvoker invoker = new(Sent, disposeHandler: false);
        HttpResponseMessage prepared = await invoker.SendAsync(request, cancellationToken);
        if (request.Content?.Headers.ContentType?.MediaType == "application/vnd.amazon.eventstream")
        {
            await ReadAsync(Sent.Body ?? [], cancellationToken);
        }

        return prepared;
    }

    private async Task ReadAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken)
    {
        EventMessageReader reader = new(new MemoryStream(frames.ToArray()));
        while (await reader.ReadAsync(cancellationToken) is { } message)
        {
            if (!message.Headers.ContainsKey(":chunk-signature"))
            {
                _messages.Add(message);
            }
            else if (message.Payload.Length > 0)
            {
                await ReadAsync(message.Payload, cancellationToken);
            }
        }
    }
}
