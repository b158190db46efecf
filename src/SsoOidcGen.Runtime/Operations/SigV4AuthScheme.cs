using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>AWS Signature Version 4.</summary>
internal sealed class SigV4AuthScheme : AuthScheme
{
    public static readonly SigV4AuthScheme Instance = new();

    internal override bool ReliesOnClock => true;

    internal override async ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken)
    {
        AuthenticationSettings settings = request.Settings;
        HttpRequestMessage message = request.Message;
        EndpointAuthScheme? scheme = request.Endpoint.SigV4;
        AwsCredentials credentials = await settings
            .Credentials.GetCredentialsAsync(cancellationToken)
            .ConfigureAwait(false);
        SigningScope scope = new(
            scheme?.SigningRegion ?? settings.RequireRegion(),
            scheme?.SigningName ?? request.Service.SigningName,
            scheme is { DisableDoubleEncoding: true }
        );
        SigV4Signer signer = settings.Signer;
        if (message.Content is EventStreamContent events)
        {
            string signature = signer.SignEventStream(message, credentials, scope, request.Clock.Now);
            events.Signer = new EventSigner(signer, credentials, scope, request.Clock, signature);
            return;
        }

        bool isUnsigned = request.HasUnsignedPayload && message.RequestUri!.Scheme == Uri.UriSchemeHttps;
        string payloadHash = isUnsigned
            ? SigV4Signer.UnsignedPayload
            : await request.Parts.SentBody.HashPayloadAsync(request.Operation, cancellationToken).ConfigureAwait(false);
        signer.Sign(message, payloadHash, credentials, scope, request.Clock.Now);
    }
}
