namespace SsoOidc.Emulator;

/// <summary>An OAuth 2.0 client.</summary>
internal sealed class Client
{
    /// <summary>The scope that opens the portal and entitles to a refresh token.</summary>
    public const string AccountAccessScope = "sso:account:access";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Secret { get; init; }

    public DateTimeOffset SecretIssuedAt { get; init; }

    public required DateTimeOffset SecretExpiresAt { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The grant types named at registration, if any were.</summary>
    public required IReadOnlyList<string>? RegisteredGrantTypes { get; init; }

    public required IReadOnlyList<string> RedirectUris { get; init; }

    /// <summary>Whether it registered itself; otherwise it is an application that signs its requests.</summary>
    public bool IsPublic { get; init; } = true;

    public long Bytes =>
        Footprint.Entry
        + Footprint.Of(Name)
        + Footprint.Of(Scopes)
        + Footprint.Of(RegisteredGrantTypes)
        + Footprint.Of(RedirectUris);

    /// <summary>A client asks for refresh tokens by the grant type or, naming no grant types, by the scope.</summary>
    public bool GetsRefreshTokens =>
        RegisteredGrantTypes?.Contains(GrantTypes.RefreshToken) ?? Scopes.Contains(AccountAccessScope);

    public static Client Of(EmulatorApplication application) =>
        new()
        {
            Id = application.Arn,
            Name = application.Arn,
            // Told to nobody: the signature authenticates the application.
            Secret = Secrets.Create(),
            SecretExpiresAt = DateTimeOffset.MaxValue,
            Scopes = application.Scopes,
            RegisteredGrantTypes = GrantTypes.Application,
            RedirectUris = application.RedirectUris,
            IsPublic = false,
        };

    public bool Allows(string grantType) => (RegisteredGrantTypes ?? GrantTypes.Default).Contains(grantType);
}
