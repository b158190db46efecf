using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests;

/// <summary>The models of this repository, as the library's project uses them.</summary>
internal static class OwnModels
{
    public static string OidcFolder { get; } = Path.Combine(Repository.Root, "model/sso-oidc/2019-06-10");

    public static string PortalFolder { get; } = Path.Combine(Repository.Root, "model/sso/2019-06-10");

    public static IReadOnlyList<ModelText> Oidc(string uses = "SsoOidc|SsoOidcClient||") =>
        ModelText.Folder(OidcFolder, uses);

    public static IReadOnlyList<ModelText> Portal(string uses = "SsoOidc.Portal|SsoPortalClient||") =>
        ModelText.Folder(PortalFolder, uses);

    public static Generation Generate() => Generation.Run([.. Oidc(), .. Portal()]);
}
