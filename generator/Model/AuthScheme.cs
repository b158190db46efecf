namespace SsoOidcGen.Model;

internal enum AuthScheme
{
    None,
    SigV4,
    SigV4a,
    Bearer,
    Basic,
    ApiKey,
}
