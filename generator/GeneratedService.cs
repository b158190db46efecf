using System.Collections.Immutable;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Emitting;
using SsoOidcGen.Inputs;
using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen;

/// <summary>The files of one client, and what had to be said about them.</summary>
internal sealed record GeneratedService(
    string Name,
    EquatableArray<SourceFile> Files,
    EquatableArray<DiagnosticInfo> Diagnostics
)
{
    /// <summary>The path of the model's main file.</summary>
    public string Model { get; init; } = "";

    /// <param name="path">The model's main file.</param>
    public static GeneratedService Make(ServiceModel model, string path, PlanOptions options, CompilationFacts project)
    {
        if (!project.HasRuntime || !project.HasCSharp12)
        {
            string id = project.HasRuntime ? PlanningDiagnostics.OldLanguage.Id : PlanningDiagnostics.MissingRuntime.Id;
            return new GeneratedService("", [], [new DiagnosticInfo(id, Span: null, [])]);
        }

        PlanResult planned = ServicePlanner.Plan(
            model,
            options with
            {
                HasHttpClientFactory = project.HasHttpClientFactory,
            }
        );
        ServicePlan plan = planned.Plan;
        return new GeneratedService(
            $"{plan.Namespace}.{plan.ClientName}",
            ServiceEmitter.Emit(plan).ToEquatableArray(),
            planned
                .Diagnostics.Select(diagnostic =>
                    diagnostic with
                    {
                        Place = diagnostic.Place is null ? null : diagnostic.Place with { Model = path },
                    }
                )
                .ToEquatableArray()
        )
        {
            Model = path,
        };
    }

    /// <summary>The second client of one name is left out and reported: its files would be the first one's.</summary>
    public static IEnumerable<GeneratedService> WithoutDuplicates(
        ImmutableArray<GeneratedService> services,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        return services.Select(service =>
            service.Files.Count == 0 || names.Add(service.Name)
                ? service
                : new GeneratedService(
                    service.Name,
                    [],
                    [
                        new DiagnosticInfo(PlanningDiagnostics.DuplicateClient.Id, Span: null, [service.Name])
                        {
                            Place = new ModelPlace("service-2", []) { Model = service.Model },
                        },
                    ]
                )
        );
    }
}
