using System.Text.RegularExpressions;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.JmesPath;

/// <summary>Expressions of JMESPath as C#, or why they have none.</summary>
public sealed partial class PathTextTests
{
    private static readonly string[] Paths =
    [
        "done == `true`",
        "`false` != done",
        "count == `1e3`",
        "count < `12345678901234567890`",
        "count >= `-5`",
        "name == `null`",
        "`null` == name",
        "`null` == `null`",
        "name != detail.state",
        "done && name == 'x'",
        "!(done || name == 'x')",
        "!done",
        "!name",
        "!groups",
        "!parts",
        "!detail",
        "!count",
        "!choice",
        "length(groups[]) > `0`",
        "length(groups[*]) > `0`",
        "length(groups[?size]) > `0`",
        "length(groups[?name]) > `0`",
        "length(groups[?parts]) > `0`",
        "length(groups[?!parts].name) > `0`",
        "length(groups[].parts[]) > `0`",
        "length(groups[].parts[].state) > `0`",
        "length(groups[*].parts[*].state) > `0`",
        "groups[2].name == 'READY'",
        "groups[-2].name == 'READY'",
        "groups[0].parts[-1].state == 'READY'",
        "parts.x.state == 'READY'",
        "parts.\"a b\".state == 'READY'",
        "length(parts.*) > `0`",
        "keys(parts)",
        "length(keys(parts)) > `1`",
        "length(groups) == `2`",
        "length(groups[].name) == `2`",
        "length(name) == `2`",
        "length(status) == `5`",
        "contains(keys(parts), 'x')",
        "contains(groups[].size, `1`)",
        "contains(status, 'READY')",
        "contains(detail.tags, 'x')",
        "[name, status]",
        "[name, 'x'][0] == 'x'",
        "length([count, `5`]) > `0`",
        "(name || status) == 'READY'",
        "name && 'x' == 'x'",
        "length(detail.tags || groups[].name) > `0`",
        "count || `5`",
        "done || count == `1`",
        "(done && count == `1`) || name == 'y'",
        "done && (count == `1` || name == 'y')",
        "choice.detail.state == 'READY'",
        "length(groups[?parts[?state == 'READY']]) > `0`",
        "length(groups[?contains(parts[].state, 'READY')]) > `0`",
        "length(groups[?size > wanted].name) > `0`",
        "length(groups[].[name, state][]) > `0`",
        "length(groups[][name, state][]) > `0`",
        "name < 'a'",
        "done < `true`",
        "count == 'x'",
        "count == groups",
        "groups == `null`",
        "contains(name, `5`)",
        "contains(groups, 'x')",
        "contains(groups[].size, 'x')",
        "contains(name, name)",
        "length(detail.[state]) > `0`",
        "length([name, count]) > `0`",
        "length([`null`, name]) > `0`",
        "name || count",
        "count < count == `true`",
        "length([count < count]) > `0`",
        "`1e999`",
        "@",
        "@ == `null`",
        "detail",
        "!(groups[])",
        "!(groups[].name)",
        "name && (name == 'x')",
        "(count || `5`) == `5`",
        "(done || name) == 'x'",
        "`1e999` == count",
        "keys(parts)[0] == 'x'",
    ];

    /// <summary>Each is the rule of a waiter that expects true.</summary>
    [Fact]
    public void Expressions_become_the_conditions_that_were_accepted()
    {
        Generation generation = SampleWaiters.Generate(Paths.Select(static path => ("path", path, "true"))).Generation;

        Snapshot.Matches(
            string.Concat(Paths.Select((path, index) => $"{path}\n    {Outcome(generation, $"W{index}")}\n")),
            "SsoOidcGen.Tests/JmesPath/Paths.verified.txt"
        );
    }

    private static string Outcome(Generation generation, string waiter) =>
        generation
            .Files.Where(file => file.Key.EndsWith($"/{waiter}.g.cs", StringComparison.Ordinal))
            .Select(static file => Condition().Match(file.Value).Groups["condition"].Value)
            .Concat(
                generation
                    .Diagnostics.Select(static found => $"{found.Id}: {found.GetMessage()}")
                    .Where(message => message.Contains($"'{waiter}'", StringComparison.Ordinal))
            )
            .Single();

    [GeneratedRegex(@"when (?<condition>.*?) =>\s+WaiterVerdict", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Condition();
}
