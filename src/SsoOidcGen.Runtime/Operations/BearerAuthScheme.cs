using System.Net.Http.Headers;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A bearer token in the <c>Authorization</c> header (RFC 6750 §2.1).</summary>
internal sealed class BearerAuthScheme : AuthScheme
{
    public static readonly BearerAuthScheme Instance = new();

    internal override ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken) =>
        TokenSource(request) is { } source
            ? AddTokenAsync(request, source, cancellationToken)
            : throw new MissingCredentialsException(
                $"{request.Operation} needs a bearer token. Set the BearerToken option or the environment variable {TokenVariable(request.Service)}."
            );

    /// <summary>Where the token comes from; null when none is set.</summary>
    public static Func<CancellationToken, ValueTask<string>>? TokenSource(AuthRequest request) =>
        request.Settings.BearerToken
        ?? (
            request.Settings.Environment.Variable(TokenVariable(request.Service)) is { } token
                ? _ => ValueTask.FromResult(token)
                : null
        );

    /// <exception cref="ConfigurationException">The token would travel unencrypted.</exception>
    public static async ValueTask AddTokenAsync(
        AuthRequest request,
        Func<CancellationToken, ValueTask<string>> source,
        CancellationToken cancellationToken
    )
    {
        PlainHttp.Refuse(
            request.Message.RequestUri!,
            request.Operation,
            "its bearer token",
            request.Settings.AllowPlainHttp
        );
        string token = await source(cancellationToken).ConfigureAwait(false);
        request.Message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private static string TokenVariable(ServiceDescription service) =>
        "AWS_BEARER_TOKEN_" + service.SigningName.Replace('-', '_').Replace(' ', '_').ToUpperInvariant();
}
