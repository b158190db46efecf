using SsoOidcGen.Diagnostics;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Finds metadata of an <c>AwsServiceModel</c> item that cannot become C#.</summary>
internal static class MetadataCheck
{
    public static IEnumerable<DiagnosticInfo> Check(PlanOptions options)
    {
        if (options.Namespace is { } name && !name.Split('.').All(CSharpNames.IsIdentifier))
        {
            yield return InvalidMetadata.Of("Namespace", name, "a C# namespace such as My.Sso");
        }

        if (options.ClientName is { } client && !CSharpNames.IsIdentifier(client))
        {
            yield return InvalidMetadata.Of("ClientName", client, "the name of a C# class such as SsoClient");
        }

        if (options.Accessibility is not ("public" or "internal"))
        {
            yield return InvalidMetadata.Of("Accessibility", options.Accessibility, "public or internal");
        }

        if (options.Fakes is not ("true" or "false"))
        {
            yield return InvalidMetadata.Of("Fakes", options.Fakes, "true or false");
        }
    }
}
