using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Finds the operations that a project asks for.</summary>
internal static class OperationSelection
{
    public static IReadOnlyList<OperationModel> Select(
        ServiceModel service,
        EquatableArray<string> wanted,
        List<DiagnosticInfo> diagnostics
    )
    {
        foreach (string pattern in wanted)
        {
            if (!service.Operations.Any(operation => Glob.Matches(pattern, operation.Name)))
            {
                diagnostics.Add(Unknown(pattern, service));
            }
        }

        return wanted.Count == 0
            ? service.Operations
            : service
                .Operations.Where(operation => wanted.Any(pattern => Glob.Matches(pattern, operation.Name)))
                .ToList();
    }

    private static DiagnosticInfo Unknown(string pattern, ServiceModel service)
    {
        string? nearest = Glob.IsPattern(pattern)
            ? null
            : NearestName.Find(pattern, service.Operations.Select(static operation => operation.Name));
        string advice = nearest is null ? "its operations are listed here" : $"did you mean '{nearest}'?";
        return new DiagnosticInfo(
            PlanningDiagnostics.UnknownOperation.Id,
            Span: null,
            [service.Metadata.ServiceId, pattern, advice]
        )
        {
            Part = new ModelPart.Operations(),
        };
    }
}
