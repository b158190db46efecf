using System.ComponentModel;

namespace SsoOidcGen.Runtime;

/// <summary>
/// What endpoint rules may know: the client's settings, and further parameters of the rules by name. Immutable; two
/// contexts with the same content are equal.
/// </summary>
public sealed record EndpointContext
{
    private EndpointContextParameter? _parameters;

    /// <summary>The region, for example <c>eu-central-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>A URL that takes the place of the service's own.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Only endpoints with FIPS 140 validated cryptography will do.</summary>
    public bool UseFips { get; init; }

    /// <summary>The endpoint must be reachable over IPv6 as well as IPv4.</summary>
    public bool UseDualStack { get; init; }

    /// <summary>The account that the credentials belong to, if it is known.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>preferred</c>, <c>required</c> or <c>disabled</c>: whether the account may be part of the host.</summary>
    public string? AccountIdEndpointMode { get; init; }

    /// <summary>Adds a parameter; an earlier one of that name no longer counts. Null adds nothing.</summary>
    /// <param name="name">The parameter's name in the endpoint rules.</param>
    /// <param name="value">Its value; the rules fix its type.</param>
    public EndpointContext With(string name, string? value) => Add(name, value);

    /// <inheritdoc cref="With(string, string?)"/>
    public EndpointContext With(string name, bool? value) => Add(name, value);

    /// <inheritdoc cref="With(string, string?)"/>
    public EndpointContext With(string name, IReadOnlyList<string>? value) => Add(name, value);

    /// <summary>The same with an endpoint that somebody names, and whose kind is chosen with it; null names none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EndpointContext WithEndpoint(string? url) =>
        url is null ? this : this with { Endpoint = url, UseFips = false, UseDualStack = false };

    /// <summary>The text added under a name, or null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? GetText(string name) => Find(name) as string;

    /// <summary>The flag added under a name, or null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool? GetFlag(string name) => Find(name) as bool?;

    /// <summary>The list added under a name, or null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<string>? GetList(string name) => Find(name) as IReadOnlyList<string>;

    private EndpointContext Add(string name, object? value) =>
        value is null ? this : this with { _parameters = new EndpointContextParameter(name, value, _parameters) };

    private object? Find(string name)
    {
        for (EndpointContextParameter? parameter = _parameters; parameter is not null; parameter = parameter.Earlier)
        {
            if (parameter.Name == name)
            {
                return parameter.Value;
            }
        }

        return null;
    }
}
