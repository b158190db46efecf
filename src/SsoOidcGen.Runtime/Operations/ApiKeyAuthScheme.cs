using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>An API key, wherever it travels (Smithy <c>httpApiKeyAuth</c>).</summary>
internal abstract class ApiKeyAuthScheme : AuthScheme
{
    /// <summary>Where a key comes from, for messages.</summary>
    protected const string Source = $"The option {nameof(ServiceClientOptions.ApiKey)}";

    internal sealed override bool IsConfigured(AuthRequest request) => request.Settings.ApiKey is not null;

    internal sealed override async ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken)
    {
        Func<CancellationToken, ValueTask<string>> source =
            request.Settings.ApiKey
            ?? throw new MissingCredentialsException(
                $"{request.Operation} needs an API key. Set the option {nameof(ServiceClientOptions.ApiKey)}."
            );
        request.RefusePlainHttp("its API key");
        Add(request.Message, await source(cancellationToken).ConfigureAwait(false));
    }

    /// <exception cref="ConfigurationException">It is no text for that location.</exception>
    protected abstract void Add(HttpRequestMessage message, string key);
}
