using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>Says why something should not be used any more.</summary>
internal static class Obsolescence
{
    public static string? Of(Deprecation? deprecation)
    {
        if (deprecation is null)
        {
            return null;
        }

        string message = deprecation.Message ?? "The service has deprecated this.";
        return deprecation.Since is null ? message : $"{message} Deprecated since {deprecation.Since}.";
    }
}
