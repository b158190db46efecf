using System.Collections.Immutable;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Emitting;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Inputs;
using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning;
using SsoOidcGen.Planning.Protocols;

namespace SsoOidcGen;

/// <summary>The files of one client, and what had to be said about them.</summary>
internal sealed record GeneratedService(
    string Namespace,
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

        List<DiagnosticInfo> findings = [.. MetadataCheck.Check(options)];
        if (ProtocolChoice.Choose(model, options.Protocol, findings) is not { } protocol || findings.Count > 0)
        {
            return new GeneratedService("", [], In(path, findings.ToEquatableArray()));
        }

        PlanResult planned = ServicePlanner.Plan(
            model,
            protocol,
            options with
            {
                HasDependencyInjection = project.HasDependencyInjection,
                HasSignIn = project.HasSignIn,
            }
        );
        ServicePlan plan = planned.Plan;
        return new GeneratedService(plan.Namespace, ServiceEmitter.Emit(plan), In(path, planned.Diagnostics))
        {
            Model = path,
        };
    }

    /// <summary>The second client in one namespace is left out and reported: its types may be the first one's.</summary>
    public static IEnumerable<GeneratedService> WithoutDuplicates(
        ImmutableArray<GeneratedService> services,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        return services.Select(service =>
            service.Files.Count == 0 || names.Add(service.Namespace)
                ? service
                : new GeneratedService(
                    service.Namespace,
                    [],
                    In(
                        service.Model,
                        [
                            new DiagnosticInfo(
                                PlanningDiagnostics.DuplicateNamespace.Id,
                                Span: null,
                                [service.Namespace]
                            )
                            {
                                Part = new ModelPart.Service(),
                            },
                        ]
                    )
                )
        );
    }

    private static EquatableArray<DiagnosticInfo> In(string path, EquatableArray<DiagnosticInfo> diagnostics) =>
        diagnostics.Select(diagnostic => diagnostic with { Model = path }).ToEquatableArray();
}
