namespace SsoOidcGen.Model;

/// <summary>Where the service expects an API key (Smithy <c>httpApiKeyAuth</c>).</summary>
/// <param name="Name">Of the header or the query parameter.</param>
internal sealed record ApiKeyTrait(string Name)
{
    public bool IsInQuery { get; init; }

    /// <summary>Goes before the key in a header; null: nothing does.</summary>
    public string? Scheme { get; init; }
}
