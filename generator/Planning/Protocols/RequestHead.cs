using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>What a request has before its members are bound to it.</summary>
internal sealed record RequestHead(string Method, UriPattern Uri, IReadOnlyList<ConstantHeader> Headers);
