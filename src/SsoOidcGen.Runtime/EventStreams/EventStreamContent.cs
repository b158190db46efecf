using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>Sends events as they come, to nobody but the endpoint that the request was made for.</summary>
internal sealed class EventStreamContent(HttpRequestMessage message, RequestEvents events) : HttpContent
{
    private readonly Uri? _target = message.RequestUri;

    /// <summary>Signs each event; null when the operation is not signed.</summary>
    public EventSigner? Signer { get; set; }

    /// <summary>Why the sending ended early: what the caller's events threw, or the connection.</summary>
    public Exception? Failure { get; private set; }

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) =>
        SerializeToStreamAsync(target, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream target,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        if (message.RequestUri != _target)
        {
            throw new RedirectRefusedException(message.RequestUri);
        }

        try
        {
            // The service responds to a request whose events may be a long time coming.
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            await foreach (byte[] frame in events.TakeFrames(cancellationToken).ConfigureAwait(false))
            {
                await SendAsync(target, Signer?.Sign(frame) ?? frame, cancellationToken).ConfigureAwait(false);
            }

            if (Signer is not null)
            {
                await SendAsync(target, Signer.Sign([]), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            Failure = e;
            throw;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = -1;
        return false;
    }

    private static async ValueTask SendAsync(Stream target, byte[] frame, CancellationToken cancellationToken)
    {
        await target.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        await target.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
