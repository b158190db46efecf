namespace SsoOidcGen.Model;

internal enum Protocol
{
    RestJson,
}
