namespace SsoOidcGen.Runtime;

/// <summary>What a signature is valid for.</summary>
/// <param name="Region">The region, for example <c>us-east-1</c>.</param>
/// <param name="Service">The service's signing name, for example <c>sso-oauth</c>.</param>
/// <param name="KeepsPath">The path is signed as it is sent, neither normalized nor encoded again; as S3 wants it.</param>
internal readonly record struct SigningScope(string Region, string Service, bool KeepsPath = false);
