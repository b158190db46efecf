using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>Sends the bytes of a request once and to nobody but the endpoint they were made for.</summary>
/// <remarks>
/// A handler that follows redirects sends the same content to another address. The body may hold secrets, so it is
/// refused there: see <see cref="RedirectRefusedException"/>.
/// </remarks>
internal sealed class RequestContent(HttpRequestMessage message, ReadOnlyMemory<byte> body, Stream? stream)
    : HttpContent
{
    private readonly Uri? _target = message.RequestUri;

    /// <summary>The handler is still reading the bytes, or was interrupted while it did.</summary>
    public bool IsInUse { get; private set; }

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

        IsInUse = true;
        if (stream is null)
        {
            await target.WriteAsync(body, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await stream.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }

        IsInUse = false;
    }

    protected override bool TryComputeLength(out long length)
    {
        length =
            stream is null ? body.Length
            : stream.CanSeek ? stream.Length - stream.Position
            : -1;
        return length >= 0;
    }
}
