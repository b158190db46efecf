namespace SsoOidc;

/// <summary>Where to sign in: an access portal, its region, and the scopes to ask for.</summary>
public sealed record SsoSession
{
    /// <summary>The name of the <c>[sso-session]</c> section, which also names the token cache file; null for the legacy form without one.</summary>
    public string? Name { get; init; }

    /// <summary>The URL of the access portal as it is configured, for example <c>https://d-1234567890.awsapps.com/start</c>.</summary>
    public required string StartUrl { get; init; }

    /// <summary>The region of IAM Identity Center, for example <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The scopes to register for; null leaves them to the flow: none for device codes, <c>sso:account:access</c> in the browser.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The profile that holds the start URL and region in the legacy form.</summary>
    public string? Profile { get; init; }

    /// <summary>How to sign in, unless the caller says otherwise; key <c>ssooidc_method</c>, <c>browser</c> or <c>device-code</c>.</summary>
    public SignInMethod Method { get; init; }

    /// <summary>The name of this session's entry in an <see cref="ITokenStore"/>, the same for every AWS tool.</summary>
    public string TokenName => CacheKeys.Token(this);

    /// <summary>What messages call it.</summary>
    internal string DisplayName => Name is null ? StartUrl : $"session '{Name}'";

    /// <summary>Splits <c>sso_registration_scopes</c>: a comma list, blanks around and empty items ignored.</summary>
    /// <param name="text">The list; null when there is none.</param>
    /// <returns>The scopes; null when there is not one.</returns>
    public static IReadOnlyList<string>? ParseScopes(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            is { Length: > 0 } scopes
            ? scopes
            : null;
}
