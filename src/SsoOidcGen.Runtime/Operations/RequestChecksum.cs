using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The checksum that an operation sends with its body (Smithy <c>httpChecksum</c>). Immutable; made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestChecksum
{
    /// <summary>The service refuses requests without one.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The header that names the algorithm; null: none does.</summary>
    public string? AlgorithmHeader { get; init; }

    /// <summary>Adds the checksum: to the headers, or behind a stream that is read only once or that nobody can tamper with.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="request">The request. A checksum that the caller gives counts.</param>
    /// <param name="isEncrypted">The request travels over https.</param>
    /// <param name="use">The client's setting.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="RequestValidationException">The algorithm is not supported, or the length of the body is unknown.</exception>
    internal ValueTask AddAsync(
        string operation,
        RequestWriter request,
        bool isEncrypted,
        ChecksumUse use,
        CancellationToken cancellationToken
    )
    {
        Stream? stream = request.SentBody.Stream;
        ChecksumAlgorithm? algorithm = AlgorithmFor(operation, request, use);
        if (algorithm is not null && AlgorithmHeader is not null && !request.SentHeaders.Has(AlgorithmHeader))
        {
            request.Header(AlgorithmHeader, algorithm.Name);
        }

        // A signature over http covers the body: where that can be read only once, chunk by chunk.
        bool isChunked = stream is not null && (isEncrypted ? algorithm is not null : !stream.CanSeek);
        if (isChunked)
        {
            AwsChunkedContent.Announce(operation, request, stream!, algorithm);
            return default;
        }

        return algorithm is null ? default : AddHeaderAsync(operation, request, algorithm, cancellationToken);
    }

    private ChecksumAlgorithm? AlgorithmFor(string operation, RequestWriter request, ChecksumUse use)
    {
        if (request.SentHeaders.HasChecksum)
        {
            return null;
        }

        string? name =
            request.ChecksumAlgorithm
            ?? (IsRequired || use == ChecksumUse.WhenSupported ? ChecksumAlgorithm.Default : null);
        return name is null
            ? null
            : ChecksumAlgorithm.Find(name)
                ?? throw new RequestValidationException(
                    operation,
                    [
                        $"Checksums of the algorithm {name} are not supported; choose one of {string.Join(", ", ChecksumAlgorithm.All.Select(static known => known.Name))}, or give the checksum itself",
                    ]
                );
    }

    private static async ValueTask AddHeaderAsync(
        string operation,
        RequestWriter request,
        ChecksumAlgorithm algorithm,
        CancellationToken cancellationToken
    )
    {
        using Checksum checksum = algorithm.Create();
        SentBody body = request.SentBody;
        if (body.Stream is null)
        {
            checksum.Append(body.Content.GetValueOrDefault().Span);
            request.Header(algorithm.HeaderName, checksum.CompleteAsBase64());
            return;
        }

        string value = await body.ReadAheadAsync(
                operation,
                async (stream, token) =>
                {
                    await checksum.AppendAsync(stream, token).ConfigureAwait(false);
                    return checksum.CompleteAsBase64();
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        request.Header(algorithm.HeaderName, value);
    }
}
