using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

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

        HashSet<string> streams = StructuresWithEventStreams(service);
        return service
            .Operations.Where(operation =>
                (wanted.Count == 0 || wanted.Any(pattern => Glob.Matches(pattern, operation.Name)))
                && SendsNoEvents(operation, streams, diagnostics)
            )
            .ToList();
    }

    private static HashSet<string> StructuresWithEventStreams(ServiceModel service)
    {
        HashSet<string> events = new(
            service
                .Shapes.OfType<StructureShape>()
                .Where(static shape => shape.IsEventStream)
                .Select(static shape => shape.Name)
        );
        return new HashSet<string>(
            service
                .Shapes.OfType<StructureShape>()
                .Where(shape => shape.Members.Any(member => events.Contains(member.Target)))
                .Select(static shape => shape.Name)
        );
    }

    private static bool SendsNoEvents(
        OperationModel operation,
        HashSet<string> streams,
        List<DiagnosticInfo> diagnostics
    )
    {
        bool sendsEvents = operation.Input is not null && streams.Contains(operation.Input);
        if (sendsEvents)
        {
            string id = PlanningDiagnostics.EventStreamOmitted.Id;
            diagnostics.Add(
                new DiagnosticInfo(id, Span: null, [operation.Name]) { Place = ModelPlace.Operation(operation.Name) }
            );
        }

        return !sendsEvents;
    }

    private static DiagnosticInfo Unknown(string pattern, ServiceModel service)
    {
        string? nearest = Glob.IsPattern(pattern)
            ? null
            : NearestName.Find(pattern, service.Operations.Select(static operation => operation.Name));
        string advice = nearest is null
            ? "Its operations are listed under 'operations' in the model."
            : $"Did you mean '{nearest}'?";
        return new DiagnosticInfo(
            PlanningDiagnostics.UnknownOperation.Id,
            Span: null,
            [service.Metadata.ServiceId, pattern, advice]
        )
        {
            Place = new ModelPlace("service-2", ["operations"]),
        };
    }
}
