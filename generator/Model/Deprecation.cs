namespace SsoOidcGen.Model;

internal sealed record Deprecation(string? Message, string? Since);
