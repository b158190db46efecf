using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The checksum by which the body of an operation's response is checked (Smithy <c>httpChecksum</c>). Immutable; made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseChecksum
{
    /// <summary>The header by which a request asks for it.</summary>
    public required string ModeHeader { get; init; }

    /// <summary>Asks for a checksum, unless the caller has decided about that.</summary>
    internal void AskFor(RequestWriter request, ChecksumUse use)
    {
        if (use == ChecksumUse.WhenSupported && !request.SentHeaders.Has(ModeHeader))
        {
            request.Header(ModeHeader, "ENABLED");
        }
    }

    /// <summary>The body of a streamed response, which is checked while it is read.</summary>
    internal ResponseStream Check(HttpRequestMessage request, HttpResponseMessage response, Stream body) =>
        Find(request, response, out string expected) is { } algorithm
            ? new CheckedResponseStream(body, response, algorithm.Create(), expected)
            : new ResponseStream(body, response);

    /// <exception cref="ChecksumMismatchException">The body is not the one that was sent.</exception>
    internal void Check(HttpRequestMessage request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (Find(request, response, out string expected) is { } algorithm)
        {
            using Checksum checksum = algorithm.Create();
            checksum.Append(body);
            ChecksumMismatchException.ThrowIfUnequal(expected, checksum.CompleteAsBase64());
        }
    }

    /// <summary>Null when there is no checksum of the whole body, by an algorithm that is supported.</summary>
    private ChecksumAlgorithm? Find(HttpRequestMessage request, HttpResponseMessage response, out string expected)
    {
        expected = "";
        if (!request.Headers.NonValidated.Contains(ModeHeader))
        {
            return null;
        }

        foreach (ChecksumAlgorithm algorithm in ChecksumAlgorithm.All)
        {
            if (ResponseHeaders.Get(response, algorithm.HeaderName) is { } value)
            {
                expected = value;
                // A hyphen ends with the number of parts whose checksums it sums up; base64 has none.
                return value.Contains('-', StringComparison.Ordinal) ? null : algorithm;
            }
        }

        return null;
    }
}
