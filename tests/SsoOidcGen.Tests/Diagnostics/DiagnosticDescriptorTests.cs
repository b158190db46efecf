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
        Assert.True(descriptor.IsEnabledByDefault);
    }

    [Fact]
    public void What_they_say_is_what_was_accepted() =>
        Snapshot.Matches(
            string.Concat(
                Declared()
                    .OrderBy(static found => found.Id, StringComparer.Ordinal)
                    .Select(static found =>
                        $"{found.Id} {found.DefaultSeverity}: {found.Title}\n{found.MessageFormat}\n{found.Description}\n\n"
                    )
            ),
            "SsoOidcGen.Tests/Diagnostics/Messages.verified.txt"
        );

    /// <summary>The build's targets and the generator share the numbers.</summary>
    [Theory]
    [InlineData("SSOGEN062")]
    [InlineData("SSOGEN070")]
    public void Every_diagnostic_of_the_build_has_a_page_and_a_number_of_its_own(string id)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/diagnostics", $"{id}.md"));
        string targets = File.ReadAllText(Path.Combine(Repository.Root, "generator/build/SsoOidcGen.targets"));

        Assert.StartsWith($"# {id}: ", page);
        Assert.Contains($"Code=\"{id}\"", targets);
        Assert.DoesNotContain(id, Ids.Select(static row => row.Data));
    }

    [Fact]
    public void No_page_outlives_its_diagnostic()
    {
        IEnumerable<string> pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs/diagnostics"), "SSOGEN*.md")
            .Select(static page => Path.GetFileNameWithoutExtension(page));

        Assert.Equal(
            Declared().Select(static found => found.Id).Concat(["SSOGEN062", "SSOGEN070"]).Order(),
            pages.Order()
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_diagnostic_is_raised_by_a_test(string id)
    {
        IEnumerable<string> tests = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests"),
                "*Tests.cs",
                SearchOption.AllDirectories
            )
            .Where(static file => !file.EndsWith(nameof(DiagnosticDescriptorTests) + ".cs", StringComparison.Ordinal));

        Assert.Contains(tests, file => File.ReadAllText(file).Contains($"\"{id}\"", StringComparison.Ordinal));
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
