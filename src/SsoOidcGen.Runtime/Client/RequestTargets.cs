using System.Collections.Concurrent;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Where a client's requests go. What is the same for every call is worked out once. Thread-safe.</summary>
internal sealed class RequestTargets(ServiceDescription service, ClientSettings settings)
{
    private readonly ConcurrentDictionary<string, Uri> _constantUris = new(StringComparer.Ordinal);
    private const string Bucket = "Bucket";
    private const int MostRegions = 1000;

    private readonly ConcurrentDictionary<string, string> _regions = new(StringComparer.Ordinal);
    private Endpoint? _constantEndpoint;

    /// <summary>The endpoint of the operations that have no say in it themselves.</summary>
    /// <exception cref="EndpointException">The service is not to be found with these settings.</exception>
    public Endpoint ConstantEndpoint => _constantEndpoint ??= Resolve(Context);

    /// <exception cref="EndpointException">The service is not to be found with these settings and this input.</exception>
    public Endpoint EndpointOf(Call call)
    {
        if (!call.Operation.BindsEndpoint)
        {
            return ConstantEndpoint;
        }

        EndpointContext context = call.BindEndpoint(Context);
        return Resolve(_regions.IsEmpty ? context : InItsRegion(context));
    }

    /// <summary>The endpoint of no operation, but of what a parameter of the rules names.</summary>
    /// <exception cref="EndpointException">The service is not to be found with these settings and this value.</exception>
    public Endpoint EndpointFor(string parameter, string value) => Resolve(InItsRegion(Context.With(parameter, value)));

    /// <summary>Remembers that a call's bucket is in the region that the service points to.</summary>
    /// <returns>Whether the call should go there now.</returns>
    public bool TryRedirect(Call call)
    {
        if (call.OtherRegion is not { } region || call.IsRedirected)
        {
            return false;
        }

        call.IsRedirected = true;
        call.OtherRegion = null;
        EndpointContext context = call.BindEndpoint(Context);
        if (context.GetText(Bucket) is not { } bucket || IsArn(bucket) || InItsRegion(context).Region == region)
        {
            return false;
        }

        if (_regions.Count >= MostRegions)
        {
            _regions.Clear();
        }

        _regions[bucket] = region;
        return true;
    }

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
        (
            settings.EndpointParameters with
            {
                Region = settings.Region,
                UseFips = settings.UseFipsEndpoint,
                UseDualStack = settings.UseDualStackEndpoint,
            }
        ).WithEndpoint(settings.Endpoint?.OriginalString);

    /// <summary>An ARN names the region itself.</summary>
    private static bool IsArn(string bucket) => bucket.StartsWith("arn:", StringComparison.Ordinal);

    private EndpointContext InItsRegion(EndpointContext context) =>
        context.GetText(Bucket) is { } bucket && _regions.TryGetValue(bucket, out string? region)
            ? context with
            {
                Region = region,
            }
            : context;

    private Endpoint Resolve(EndpointContext context)
    {
        try
        {
            return service.ResolveEndpoint is { } resolve
                ? resolve(context)
                : new Endpoint(context.Endpoint ?? throw OptionChecks.NoEndpoint(service.ServiceId));
        }
        catch (EndpointException) when (settings.Region is null)
        {
            settings.Authentication.RequireRegion();
            throw;
        }
    }
}
