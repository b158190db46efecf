using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>AWS Signature Version 4 with the credentials of a session, as S3's directory buckets want it.</summary>
/// <remarks>Amazon S3 User Guide, "Authorizing Zonal endpoint API operations with CreateSession".</remarks>
internal sealed class S3ExpressAuthScheme() : SignatureAuthScheme("sigv4-s3express")
{
    public static readonly S3ExpressAuthScheme Instance = new();

    protected override string TokenHeader => "X-Amz-S3session-Token";

    protected override RequestSigner SignerOf(AuthenticationSettings settings) => settings.Signer;

    protected override SigningScope ScopeOf(AuthRequest request, EndpointAuthScheme? scheme) =>
        ScopeOf(request, scheme, scheme?.SigningRegion ?? request.Settings.RequireRegion()) with
        {
            TokenHeader = TokenHeader,
        };

    protected override async ValueTask<AwsCredentials> GetCredentialsAsync(
        AuthRequest request,
        CancellationToken cancellationToken
    )
    {
        AwsCredentials credentials = await base.GetCredentialsAsync(request, cancellationToken).ConfigureAwait(false);
        string bucket =
            request.Call.BindEndpoint(new EndpointContext()).GetText("Bucket")
            ?? throw new NotSupportedException($"{request.Operation} names no bucket, so there is no session for it.");
        return await request
            .Settings.S3Sessions.GetAsync(bucket, credentials, request.Runner, request.Clock, cancellationToken)
            .ConfigureAwait(false);
    }
}
