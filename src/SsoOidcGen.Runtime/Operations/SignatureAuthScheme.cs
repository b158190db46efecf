using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A signature made with AWS credentials.</summary>
/// <param name="name">What endpoints call it.</param>
internal abstract class SignatureAuthScheme(string name) : AuthScheme
{
    internal sealed override bool ReliesOnClock => true;

    internal sealed override string EndpointName => name;

    internal sealed override async ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken)
    {
        SigningScope scope = ScopeOf(request, request.Endpoint.SchemeFor(name));
        AwsCredentials credentials = await GetCredentialsAsync(request, cancellationToken).ConfigureAwait(false);
        RequestSigner signer = SignerOf(request.Settings);
        if (request.Message.Content is IContentSignedInParts content)
        {
            content.SignWith(signer, credentials, scope, request.Clock, request.Message);
            return;
        }

        string payloadHash = await HashPayloadAsync(request, cancellationToken).ConfigureAwait(false);
        signer.Sign(request.Message, payloadHash, credentials, scope, request.Clock.Now);
    }

    internal sealed override void AddSecrets(HttpRequestMessage message, SensitiveValues secrets) =>
        secrets.Add(SecretHeader.Find(message, TokenHeader, scheme: null));

    internal sealed override async ValueTask<DateTimeOffset> PresignAsync(
        AuthRequest request,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    )
    {
        SigningScope scope = ScopeOf(request, request.Endpoint.SchemeFor(name));
        AwsCredentials credentials = await GetCredentialsAsync(request, cancellationToken).ConfigureAwait(false);
        // Who gets the address brings the body along.
        string payloadHash = request.Service.SignsLikeS3
            ? PayloadHash.Unsigned
            : await HashPayloadAsync(request, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = request.Clock.Now;
        SignerOf(request.Settings).Presign(request.Message, payloadHash, credentials, scope, now, lifetime);
        DateTimeOffset end = now + lifetime;
        return credentials.Expiration is { } expiration && expiration < end ? expiration : end;
    }

    protected virtual ValueTask<AwsCredentials> GetCredentialsAsync(
        AuthRequest request,
        CancellationToken cancellationToken
    ) =>
        request.Settings.GetCredentialsAsync(
            request.Call.Operation.Credentials,
            request.Call.Observation,
            cancellationToken
        );

    /// <summary>The header with the session token.</summary>
    protected virtual string TokenHeader => RequestSigner.DefaultTokenHeader;

    protected abstract RequestSigner SignerOf(AuthenticationSettings settings);

    /// <param name="request">The request.</param>
    /// <param name="scheme">What the endpoint says about the scheme, or null.</param>
    protected abstract SigningScope ScopeOf(AuthRequest request, EndpointAuthScheme? scheme);

    /// <param name="request">The request.</param>
    /// <param name="scheme">What the endpoint says about the scheme, or null.</param>
    /// <param name="region">The region or regions of the signature.</param>
    protected static SigningScope ScopeOf(AuthRequest request, EndpointAuthScheme? scheme, string region) =>
        new(
            region,
            scheme?.SigningName ?? request.Service.SigningName!,
            request.Service.SignsLikeS3 || scheme is { DisableDoubleEncoding: true }
        )
        {
            SendsPayloadHash = request.Service.SignsLikeS3,
        };

    private static ValueTask<string> HashPayloadAsync(AuthRequest request, CancellationToken cancellationToken) =>
        IsUnsigned(request)
            ? new ValueTask<string>(PayloadHash.Unsigned)
            : request.Parts.SentBody.HashPayloadAsync(request.Operation, cancellationToken);

    private static bool IsUnsigned(AuthRequest request) =>
        request.Service.SignsLikeS3 && request.Settings.SignsPayloads is { } isSigned
            ? !isSigned
            : request.Message.RequestUri!.Scheme == Uri.UriSchemeHttps && IsProtected(request);

    /// <summary>Encryption protects the body well enough. S3 takes it so where it is read only once, or has a digest already.</summary>
    private static bool IsProtected(AuthRequest request) =>
        request.Call.Operation.HasUnsignedPayload
        || (
            request.Service.SignsLikeS3
            && request.Parts.SentBody.Stream is { } stream
            && (!stream.CanSeek || request.Parts.SentHeaders.Has("Content-MD5"))
        );
}
