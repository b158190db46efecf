using System.Collections.Concurrent;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Where a client's requests go. What is the same for every call is worked out once. Thread-safe.</summary>
internal sealed class RequestTargets(ServiceDescription service, ClientSettings settings)
{
    private readonly ConcurrentDictionary<string, Uri> _constantUris = new(StringComparer.Ordinal);
    private Endpoint? _constantEndpoint;

    /// <summary>The endpoint of the operations that have no say in it themselves.</summary>
    /// <exception cref="EndpointException">The service is not to be found with these settings.</exception>
    public Endpoint ConstantEndpoint => _constantEndpoint ??= Resolve(Context);

    /// <exception cref="EndpointException">The service is not to be found with these settings and this input.</exception>
    public Endpoint EndpointOf(Call call) =>
        call.Operation.BindsEndpoint ? Resolve(call.BindEndpoint(Context)) : ConstantEndpoint;

    /// <summary>The address of a request that has been written.</summary>
    public Uri UriOf(Endpoint endpoint, RequestWriter request)
    {
        string? prefix = settings.DisableHostPrefixInjection ? null : request.SentTarget.Prefix;
        if (
            request.SentTarget.Constant is not { } constant
            || prefix is not null
            || !ReferenceEquals(endpoint, _constantEndpoint)
        )
        {
            return RequestTarget.Join(endpoint.Url, prefix, request.SentTarget.PathAndQuery);
        }

        return _constantUris.TryGetValue(constant, out Uri? uri)
            ? uri
            : _constantUris[constant] = RequestTarget.Join(endpoint.Url, prefix, constant);
    }

    private EndpointContext Context =>
        settings.EndpointParameters with
        {
            Region = settings.Region,
            Endpoint = settings.Endpoint?.OriginalString,
            // Whoever names an endpoint has chosen its kind.
            UseFips = settings.UseFipsEndpoint && settings.Endpoint is null,
            UseDualStack = settings.UseDualStackEndpoint && settings.Endpoint is null,
        };

    private Endpoint Resolve(EndpointContext context)
    {
        try
        {
            return service.ResolveEndpoint(context);
        }
        catch (EndpointException) when (settings.Region is null)
        {
            settings.Authentication.RequireRegion();
            throw;
        }
    }
}
