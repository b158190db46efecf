namespace SsoOidcGen.Parcels.Server;

/// <summary>Who calls, as the request proves it.</summary>
internal enum Caller
{
    Anonymous,
    ApiKey,
    Password,
}
