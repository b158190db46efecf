namespace SsoOidcGen.Model;

/// <summary>What makes a structure an error.</summary>
/// <param name="Code">
/// The shape's name, unless the model gives another code: the one that query protocols send, and query-compatible services
/// beside the name.
/// </param>
/// <param name="HttpStatusCode">0 when the model gives none.</param>
/// <param name="IsServerFault">The service is at fault, not the caller.</param>
/// <param name="Retryable">The same call may succeed later.</param>
/// <param name="Throttling">It was refused because of too many calls.</param>
internal sealed record ErrorTrait(string Code, int HttpStatusCode, bool IsServerFault, bool Retryable, bool Throttling);
