using System.Net;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Makes the messages of a call. Thread-safe.</summary>
internal sealed class RequestBuilder(ServiceDescription service, Transport transport, ClientSettings settings)
{
    public RequestTargets Targets { get; } = new(service, settings);

    public AuthenticationSettings Authentication => settings.Authentication;

    public ClockSkew Clock { get; } = new(settings.TimeProvider);

    /// <summary>A writer for the next request, to be returned.</summary>
    public RequestWriter Rent() => RequestWriter.Rent(settings.NewIdempotencyToken);

    /// <summary>Writes a call's input, once for all attempts.</summary>
    public ValueTask WriteAsync(Call call, RequestWriter request, CancellationToken cancellationToken)
    {
        Operation operation = call.Operation;
        call.WriteRequest(request);
        request.SentBody.Complete();
        if (request.SentHeaders.Error is not null)
        {
            throw HeaderError(operation, request.SentHeaders.Error);
        }

        if (operation.CompressRequest is not null)
        {
            Compress(operation, request);
        }

        return operation.AddDigest is { } addDigest ? addDigest(operation.Name, request, cancellationToken) : default;
    }

    /// <summary>Adds the checksum of the body, and asks for that of the response.</summary>
    public ValueTask AddChecksumsAsync(
        Operation operation,
        Endpoint endpoint,
        RequestWriter request,
        CancellationToken cancellationToken
    )
    {
        operation.ResponseChecksum?.AskFor(request, settings.ResponseChecksums);
        return operation.RequestChecksum is { } checksum
            ? checksum.AddAsync(
                operation.Name,
                request,
                endpoint.Url.Scheme == Uri.UriSchemeHttps,
                settings.RequestChecksums,
                cancellationToken
            )
            : default;
    }

    /// <exception cref="ConfigurationException">A secret would travel unencrypted, and not to this machine.</exception>
    public void ProtectSecrets(Operation operation, RequestWriter request, Uri target)
    {
        string? secret =
            operation is { IsSensitive: true, Auth: null } ? "sensitive members"
            : request.HoldsEncryptionKey ? "an encryption key"
            : null;
        if (secret is not null)
        {
            PlainHttp.Refuse(target, operation.Name, secret, settings.Authentication.AllowPlainHttp);
        }
    }

    /// <summary>The message of an attempt, not yet authenticated.</summary>
    public HttpRequestMessage CreateMessage(Operation operation, Uri target, Endpoint endpoint, RequestWriter request)
    {
        HttpRequestMessage message = new(operation.Method, target)
        {
            Version = operation.RequiresHttp2 ? HttpVersion.Version20 : transport.Version,
            VersionPolicy = operation.RequiresHttp2
                ? HttpVersionPolicy.RequestVersionOrHigher
                : transport.VersionPolicy,
        };
        request.CopyTo(message);
        if (operation.ExpectsContinue && request.SentBody.IsLarge)
        {
            message.Headers.ExpectContinue = true;
        }

        if (endpoint.HasHeaders)
        {
            endpoint.AddHeadersTo(message);
        }

        return message;
    }

    /// <summary>A message with all that an authentication scheme may need.</summary>
    public AuthRequest ToAuthenticate(
        Call call,
        Endpoint endpoint,
        HttpRequestMessage message,
        RequestWriter request,
        ICallRunner runner
    ) =>
        new()
        {
            Call = call,
            Runner = runner,
            Service = service,
            Endpoint = endpoint,
            Message = message,
            Parts = request,
            Settings = settings.Authentication,
            Clock = Clock,
        };

    // Both stand apart from the methods above for speed: what few calls need is not compiled at the start of every program.
    private static RequestValidationException HeaderError(Operation operation, string error) =>
        new(operation.Name, [error]);

    private void Compress(Operation operation, RequestWriter request)
    {
        if (settings.CompressionThreshold is { } threshold)
        {
            operation.CompressRequest!(request, threshold);
        }
    }
}
