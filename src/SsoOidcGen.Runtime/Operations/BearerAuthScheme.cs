using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A bearer token in the <c>Authorization</c> header (RFC 6750 §2.1).</summary>
internal sealed class BearerAuthScheme : AuthScheme
{
    public static readonly BearerAuthScheme Instance = new();

    private const string Scheme = "Bearer";

    internal override bool IsConfigured(AuthRequest request) => SourceOf(request) is not null;

    internal override async ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken)
    {
        Func<CancellationToken, ValueTask<string>> source = SourceOf(request) ?? throw Missing(request);
        request.RefusePlainHttp("its bearer token");
        string token = await source(cancellationToken).ConfigureAwait(false);
        SecretHeader.Set(
            request.Message,
            SecretHeader.Authorization,
            Scheme,
            token,
            $"The option {nameof(ServiceClientOptions.BearerToken)}"
        );
    }

    internal override void AddSecrets(HttpRequestMessage message, SensitiveValues secrets) =>
        secrets.Add(SecretHeader.Find(message, SecretHeader.Authorization, Scheme));

    /// <summary>Where the token comes from; null when none is set.</summary>
    private static Func<CancellationToken, ValueTask<string>>? SourceOf(AuthRequest request) =>
        request.Settings.BearerToken
        ?? (
            VariableOf(request.Service) is { } variable && request.Settings.Environment.Variable(variable) is { } token
                ? _ => ValueTask.FromResult(token)
                : null
        );

    /// <summary>Null for a service that is not AWS's.</summary>
    private static string? VariableOf(ServiceDescription service) =>
        service.SigningName is { } name
            ? "AWS_BEARER_TOKEN_" + name.Replace('-', '_').Replace(' ', '_').ToUpperInvariant()
            : null;

    private static MissingCredentialsException Missing(AuthRequest request)
    {
        string variable = VariableOf(request.Service) is { } name ? $" or the environment variable {name}" : "";
        return new MissingCredentialsException(
            $"{request.Operation} needs a bearer token. Set the option {nameof(ServiceClientOptions.BearerToken)}{variable}."
        );
    }
}
