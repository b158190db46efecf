using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class DeprecationReader
{
    public static Deprecation? Read(AstNode node) =>
        node.Object(Trait.Deprecated) is { } trait ? new Deprecation(trait.Text("message"), trait.Text("since")) : null;
}
