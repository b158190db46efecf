using Microsoft.CodeAnalysis;

namespace SsoOidcGen.Diagnostics;

/// <summary>Finds a diagnostic by its id. Each id has one meaning and a page under <c>docs/diagnostics/</c>.</summary>
internal static class DiagnosticDescriptors
{
    public const string Category = "SsoOidcGen";

    public const string HelpPages = "https://github.com/ssooidcgen/ssooidcgen/blob/main/docs/diagnostics/";

    public static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> ById = new[]
    {
        ReadingDiagnostics.All,
        EndpointDiagnostics.All,
        PlanningDiagnostics.All,
    }
        .SelectMany(static all => all)
        .ToDictionary(static descriptor => descriptor.Id);

    public static DiagnosticDescriptor Get(string id) => ById[id];
}
