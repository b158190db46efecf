namespace SsoOidc.Tests.Tokens;

/// <summary>What is cached, what the service answers to a refresh, and what comes of it.</summary>
internal sealed record TokenVector(string Name)
{
    public required string Cached { get; init; }

    public string? Response { get; init; }

    /// <summary>The access token; null when signing in is required.</summary>
    public string? Token { get; init; }

    /// <summary>The cache afterwards; null when it stays.</summary>
    public string? Written { get; init; }

    public override string ToString() => Name;
}
