namespace SsoOidcGen.Model;

internal enum MemberLocation
{
    Body,
    Label,

    /// <summary>A query parameter, or for a map: one parameter per entry.</summary>
    Query,
    Header,
    PrefixHeaders,
    StatusCode,
}
