using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class DeprecationReader
{
    public static Deprecation? Read(JsonFields owner) =>
        owner.Flag("deprecated")
            ? new Deprecation(owner.Text("deprecatedMessage"), owner.Text("deprecatedSince"))
            : null;
}
