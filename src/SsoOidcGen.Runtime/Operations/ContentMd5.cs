using System.ComponentModel;
using System.Security.Cryptography;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The digest that some operations send with their body (Smithy <c>httpChecksumRequired</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContentMd5
{
    /// <summary>Adds <c>Content-MD5</c> (RFC 1864). It guards against damage in transfer, not against an attacker.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="request">The request. A digest that the caller gives counts.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="RequestValidationException">The body is a stream that can be read only once.</exception>
    public static async ValueTask AddAsync(string operation, RequestWriter request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            request.SentHeaders.Has("Content-MD5")
            || (request.SentBody.Content is null && request.SentBody.Stream is null)
        )
        {
            return;
        }

#pragma warning disable CA5351 // The services ask for MD5.
        byte[] checksum = request.SentBody.Content is { } body
            ? MD5.HashData(body.Span)
            : await request
                .SentBody.ReadAheadAsync(operation, MD5.HashDataAsync, cancellationToken)
                .ConfigureAwait(false);
#pragma warning restore CA5351
        request.Header("Content-MD5", Convert.ToBase64String(checksum));
    }
}
