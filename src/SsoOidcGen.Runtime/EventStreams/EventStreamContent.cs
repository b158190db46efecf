using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>Sends events as they come, to nobody but the endpoint that the request was made for.</summary>
internal sealed class EventStreamContent(HttpRequestMessage message, RequestEvents events)
    : BoundContent(message),
        IContentSignedInParts
{
    /// <summary>Signs each event; null when the operation is not signed.</summary>
    private EventSigner? _signer;

    /// <summary>Why the sending ended early: what the caller's events threw, or the connection.</summary>
    public Exception? Failure { get; private set; }

    /// <exception cref="NotSupportedException">Signatures of the scheme cannot be chained.</exception>
    public void SignWith(
        RequestSigner signer,
        AwsCredentials credentials,
        SigningScope scope,
        ClockSkew clock,
        HttpRequestMessage message
    )
    {
        SigV4Signer chained =
            signer as SigV4Signer ?? throw new NotSupportedException("Events can be signed with SigV4 only.");
        string signature = chained.SignStart(message, PayloadHash.SignedEvents, credentials, scope, clock.Now);
        _signer = new EventSigner(chained, credentials, scope, clock, signature);
    }

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) =>
        SerializeToStreamAsync(target, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream target,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        if (Redirection is { } redirection)
        {
            throw redirection;
        }

        try
        {
            // The service responds to a request whose events may be a long time coming.
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            await foreach (byte[] frame in events.TakeFrames(cancellationToken).ConfigureAwait(false))
            {
                await SendAsync(target, _signer?.Sign(frame) ?? frame, cancellationToken).ConfigureAwait(false);
            }

            if (_signer is not null)
            {
                await SendAsync(target, _signer.Sign([]), cancellationToken).ConfigureAwait(false);
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
