using SsoOidcGen.Model;

namespace SsoOidcGen.Emitting;

internal static class Attributes
{
    public static void WriteObsolete(CodeWriter code, Deprecation? deprecation)
    {
        if (deprecation is null)
        {
            return;
        }

        string message = deprecation.Message ?? "The service has deprecated this.";
        string since = deprecation.Since is null ? "" : $" Deprecated since {deprecation.Since}.";
        code.Line($"[Obsolete({Literals.String(message + since)})]");
    }
}
