namespace SsoOidcGen.Runtime;

/// <summary>The response of an endpoint that gives credentials. Its body may be a secret, and no message quotes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">At most 64 KiB.</param>
/// <param name="Lifetime">For how long a metadata token can be used; null where the response does not say it.</param>
internal sealed record MetadataResponse(int Status, byte[] Body, TimeSpan? Lifetime)
{
    private const int ServerError = 500;

    public bool IsSuccess => Status == 200;

    public bool IsServerError => Status >= ServerError;

    /// <summary>The status alone.</summary>
    public override string ToString() => $"HTTP {Status}";
}
