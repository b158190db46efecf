using System.Net.Http.Headers;

namespace SsoOidcGen.Runtime;

/// <summary>Gives a message the signature or the token that its operation asks for. One per client; thread-safe.</summary>
internal sealed class Authenticator(ServiceDescription service, ClockSkew clock)
{
    private readonly SigV4Signer _signer = new();

    public ValueTask AuthenticateAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        Endpoint endpoint,
        HttpRequestMessage message,
        RequestWriter request,
        ClientSettings settings,
        CancellationToken cancellationToken
    )
    {
        bool mayHaveToken = operation.Auth == AuthScheme.Bearer || operation.AcceptsBearerToken;
        if (mayHaveToken && TokenSource(settings) is { } source)
        {
            return AddTokenAsync(operation.Name, message, source, cancellationToken);
        }

        return operation.Auth switch
        {
            AuthScheme.SigV4 => SignAsync(operation, endpoint, message, request, settings, cancellationToken),
            AuthScheme.Bearer => throw new MissingCredentialsException(
                $"{operation.Name} needs a bearer token. Set the BearerToken option or the environment variable {TokenVariable}."
            ),
            _ => default,
        };
    }

    private string TokenVariable =>
        "AWS_BEARER_TOKEN_" + service.SigningName.Replace('-', '_').Replace(' ', '_').ToUpperInvariant();

    private Func<CancellationToken, ValueTask<string>>? TokenSource(ClientSettings settings) =>
        settings.BearerToken
        ?? (settings.Environment.Variable(TokenVariable) is { } token ? _ => ValueTask.FromResult(token) : null);

    private static async ValueTask AddTokenAsync(
        string operation,
        HttpRequestMessage message,
        Func<CancellationToken, ValueTask<string>> source,
        CancellationToken cancellationToken
    )
    {
        Uri target = message.RequestUri!;
        if (target.Scheme != Uri.UriSchemeHttps && !target.IsLoopback)
        {
            throw new ConfigurationException(
                $"{operation} would send its bearer token to {target.Host} unencrypted (RFC 6750 §5.3). Use an https endpoint."
            );
        }

        string token = await source(cancellationToken).ConfigureAwait(false);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private async ValueTask SignAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        Endpoint endpoint,
        HttpRequestMessage message,
        RequestWriter request,
        ClientSettings settings,
        CancellationToken cancellationToken
    )
    {
        EndpointAuthScheme? scheme = endpoint.SigV4;
        AwsCredentials credentials = await settings
            .Credentials.GetCredentialsAsync(cancellationToken)
            .ConfigureAwait(false);
        SigningScope scope = new(
            scheme?.SigningRegion ?? settings.RequireRegion(),
            scheme?.SigningName ?? service.SigningName,
            scheme is { DisableDoubleEncoding: true }
        );
        if (message.Content is EventStreamContent events)
        {
            string signature = _signer.Sign(message, SigV4Signer.SignedEvents, credentials, scope, clock.Now);
            events.Signer = new EventSigner(_signer, credentials, scope, clock, signature);
            return;
        }

        bool isUnsigned = operation.HasUnsignedPayload && message.RequestUri!.Scheme == Uri.UriSchemeHttps;
        string payloadHash = isUnsigned
            ? SigV4Signer.UnsignedPayload
            : await request.HashPayloadAsync(operation.Name, cancellationToken).ConfigureAwait(false);
        _signer.Sign(message, payloadHash, credentials, scope, clock.Now);
    }
}
