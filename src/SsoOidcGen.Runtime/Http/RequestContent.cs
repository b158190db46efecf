using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>Sends the bytes of a request once and to nobody but the endpoint they were made for.</summary>
/// <remarks>
/// A handler that follows redirects sends the same content to another address. The body may hold secrets, so it is
/// refused there: see <see cref="RedirectRefusedException"/>.
/// </remarks>
internal sealed class RequestContent(HttpRequestMessage message, ReadOnlyMemory<byte> body, Stream? stream)
    : BoundContent(message)
{
    /// <summary>The handler is still reading the bytes, or was interrupted while it did.</summary>
    public bool IsInUse { get; private set; }

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) =>
        SerializeToStreamAsync(target, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream target,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        if (Redirection is { } redirection)
        {
            return Task.FromException(redirection);
        }

        IsInUse = true;
        if (stream is not null)
        {
            return EndAsync(stream.CopyToAsync(target, cancellationToken));
        }

        ValueTask writing = target.WriteAsync(body, cancellationToken);
        if (!writing.IsCompletedSuccessfully)
        {
            return EndAsync(writing.AsTask());
        }

        // A connection takes a small body immediately.
        writing.GetAwaiter().GetResult();
        IsInUse = false;
        return Task.CompletedTask;
    }

    private async Task EndAsync(Task writing)
    {
        await writing.ConfigureAwait(false);
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
