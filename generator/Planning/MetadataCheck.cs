using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Finds metadata of an <c>AwsServiceModel</c> item that cannot become C#.</summary>
internal static class MetadataCheck
{
    public static IEnumerable<DiagnosticInfo> Check(PlanOptions options)
    {
        if (options.Namespace is { } name && !name.Split('.').All(CSharpNames.IsIdentifier))
        {
            yield return Invalid("Namespace", name, "a C# namespace such as My.Sso");
        }

        if (options.ClientName is { } client && !CSharpNames.IsIdentifier(client))
        {
            yield return Invalid("ClientName", client, "the name of a C# class such as SsoClient");
        }

        if (options.Accessibility is not ("public" or "internal"))
        {
            yield return Invalid("Accessibility", options.Accessibility, "public or internal");
        }

        if (options.Fakes is not ("true" or "false"))
        {
            yield return Invalid("Fakes", options.Fakes, "true or false");
        }
    }

    public static DiagnosticInfo Invalid(string metadata, string value, string expected) =>
        new(PlanningDiagnostics.InvalidMetadata.Id, Span: null, [metadata, value, expected])
        {
            Part = new ModelPart.Service(),
        };
}
