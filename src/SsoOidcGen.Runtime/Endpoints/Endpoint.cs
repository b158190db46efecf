using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Where requests go, and how the endpoint wants them signed. Immutable, so it can be kept and shared.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Endpoint
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;

    /// <summary>Creates an endpoint.</summary>
    /// <param name="url">An absolute URL with scheme <c>http</c> or <c>https</c>.</param>
    /// <exception cref="EndpointException"><paramref name="url"/> is something else.</exception>
    public Endpoint(string url)
    {
        Url =
            Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed)
            && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp)
                ? parsed
                : throw new EndpointException(
                    $"'{url}' cannot be an endpoint: it must be an absolute http or https URL, such as https://host."
                );
    }

    /// <summary>The base of every request's URL: its path goes before that of the operation.</summary>
    public Uri Url { get; }

    /// <summary>Ways to sign that the endpoint accepts, best first. Empty: as the model says.</summary>
    public IReadOnlyList<EndpointAuthScheme> AuthSchemes { get; init; } = [];

    /// <summary>Headers that every request to the endpoint carries.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers
    {
        get => _headers ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;
        init => _headers = value;
    }

    /// <summary>
    /// What else the rules say about the endpoint, by name. A value is a <see cref="string"/>, <see cref="bool"/>,
    /// <see cref="double"/>, list or dictionary of such values.
    /// </summary>
    public IReadOnlyDictionary<string, object> Properties
    {
        get => field ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, object>.Empty;
        init;
    }

    /// <summary>How to sign with a scheme here; null: as the service's model says.</summary>
    /// <param name="name">The scheme, for example <c>sigv4</c>.</param>
    /// <exception cref="EndpointException">The endpoint accepts other schemes only.</exception>
    internal EndpointAuthScheme? SchemeFor(string name) =>
        AuthSchemes.Count == 0
            ? null
            : AuthSchemes.FirstOrDefault(scheme => scheme.Name == name)
                ?? throw new EndpointException(
                    $"{Url.Host} accepts only signatures of the scheme {string.Join(", ", AuthSchemes.Select(static scheme => scheme.Name))}, "
                        + "which this client cannot make. Call the operation with parameters that lead to another endpoint."
                );

    /// <summary>Asked before <see cref="AddHeadersTo"/>, which few programs then have to compile at their start.</summary>
    internal bool HasHeaders => _headers is not null;

    internal void AddHeadersTo(HttpRequestMessage message)
    {
        foreach ((string name, IReadOnlyList<string> values) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>The URL.</summary>
    public override string ToString() => Url.OriginalString;
}
