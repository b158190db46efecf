using SsoOidcGen.Model;

namespace SsoOidcGen.Diagnostics;

/// <summary>Says that metadata of an <c>AwsServiceModel</c> item has a value that means nothing.</summary>
internal static class InvalidMetadata
{
    public static DiagnosticInfo Of(string metadata, string value, string expected) =>
        new(PlanningDiagnostics.InvalidMetadata.Id, Span: null, [metadata, value, expected])
        {
            Part = new ModelPart.Service(),
        };
}
