using Microsoft.CodeAnalysis;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Diagnostics;

public sealed class DiagnosticDescriptorTests
{
    public static TheoryData<string> Ids => [.. Declared().Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_declared_diagnostic_is_found_by_its_id()
    {
        Assert.Equal(Declared().Select(descriptor => descriptor.Id).Order(), DiagnosticDescriptors.ById.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_diagnostic_has_a_page_and_a_release_note(string id)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.Get(id);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/diagnostics", $"{id}.md"));
        string releases = File.ReadAllText(Path.Combine(Repository.Root, "generator/AnalyzerReleases.Unshipped.md"));

        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page);
        Assert.All(["**Cause.**", "**Example.**", "**Cure.**"], part => Assert.Contains(part, page));
        Assert.Contains($"\n{id} | SsoOidcGen | {descriptor.DefaultSeverity} | {descriptor.Title}\n", releases);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
    }

    /// <summary>By reflection, so that a descriptor which is missing in its list is noticed.</summary>
    private static IEnumerable<DiagnosticDescriptor> Declared() =>
        typeof(DiagnosticDescriptors)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DiagnosticDescriptors).Namespace)
            .SelectMany(type => type.GetFields())
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!);
}
