using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.JmesPath;

/// <summary>JMESPath compiled to C#, run over answers: each row is the rule of a waiter that is asked once.</summary>
public sealed class PathCompilerTests
{
    private static readonly (string Matcher, string Path, string Expected, string Answer, bool Matches)[] Rows =
    [
        ("path", "status", "\"READY\"", """{"status":"READY"}""", true),
        ("path", "status", "\"READY\"", "{}", false),
        ("path", "detail.state", "\"READY\"", """{"detail":{"state":"READY"}}""", true),
        ("path", "detail.state", "\"READY\"", "{}", false),
        ("path", "done", "true", """{"done":true}""", true),
        ("path", "done", "false", """{"done":false}""", true),
        ("path", "done", "false", "{}", false),
        ("path", "!done", "true", "{}", true),
        ("path", "count", "5", """{"count":5}""", true),
        ("path", "groups[-1].name", "\"b\"", """{"groups":[{"name":"a"},{"name":"b"}]}""", true),
        ("path", "groups[-1].name", "\"b\"", """{"groups":[]}""", false),
        ("path", "groups[1].size", "0", """{"groups":[{"size":0}]}""", false),
        ("path", "name || groups[0].name", "\"a\"", """{"name":"","groups":[{"name":"a"}]}""", true),
        ("path", "name || groups[0].name", "\"n\"", """{"name":"n","groups":[{"name":"a"}]}""", true),
        ("path", "name && status", "\"READY\"", """{"name":"n","status":"READY"}""", true),
        ("path", "name && status", "\"READY\"", """{"status":"READY"}""", false),
        ("path", "length(name) > `0`", "true", """{"name":"n"}""", true),
        ("path", "length(name) > `0`", "true", "{}", false),
        ("path", "length(name) == `1`", "true", """{"name":"\ud83d\ude00"}""", true),
        ("path", "length(groups[]) == `0`", "true", "{}", true),
        ("path", "length(groups[].parts[]) == `3`", "true", Nested, true),
        ("path", "length(groups[?state == 'READY' || size >= `2`]) == length(groups)", "true", Nested, true),
        ("path", "length(groups[?!(length(parts) == `1` && size == wanted)]) == `1`", "true", Nested, true),
        ("path", "contains(groups[*].name, 'b')", "true", Nested, true),
        ("path", "contains(name, 'ell')", "true", """{"name":"hello"}""", true),
        ("path", "length(keys(parts)) == `2`", "true", """{"parts":{"x":{},"y":{}}}""", true),
        ("path", "choice.text", "\"a\"", """{"choice":{"text":"a"}}""", true),
        ("path", "choice.text", "\"a\"", """{"choice":{"number":1}}""", false),
        ("path", "choice.text", "\"a\"", "{}", false),
        ("path", "choice.number", "0", """{"choice":{"number":0}}""", true),
        ("path", "choice.number", "0", """{"choice":{"text":"0"}}""", false),
        ("path", "choice.number == `null`", "true", """{"choice":{"text":"0"}}""", true),
        ("path", "choice.detail.state", "\"READY\"", """{"choice":{"detail":{"state":"READY"}}}""", true),
        ("path", "choice.detail.state", "\"READY\"", """{"choice":{"other":{"state":"READY"}}}""", false),
        ("path", "detail == `null`", "true", "{}", true),
        ("path", "detail != `null` && done", "true", """{"detail":{},"done":true}""", true),
        ("pathAny", "groups[].parts[].state", "\"BROKEN\"", Nested, true),
        ("pathAny", "groups[].parts[].state", "\"GONE\"", Nested, false),
        ("pathAny", "groups[].[name, state][]", "\"READY\"", Nested, true),
        ("pathAny", "detail.tags", "\"t\"", "{}", false),
        ("pathAll", "groups[].state", "\"READY\"", """{"groups":[{"state":"READY"},{}]}""", true),
        ("pathAll", "groups[].state", "\"READY\"", Nested, false),
        ("pathAll", "groups[].state", "\"READY\"", """{"groups":[]}""", false),
        ("pathAll", "parts.*.state", "\"READY\"", """{"parts":{"x":{"state":"READY"},"y":{"state":"READY"}}}""", true),
    ];

    private const string Nested = """
        {"groups":[
          {"name":"a","state":"READY","size":1,"wanted":1,"parts":[{"state":"READY"}]},
          {"name":"b","state":"BROKEN","size":2,"wanted":3,"parts":[{"state":"READY"},{"state":"BROKEN"}]}]}
        """;

    private static readonly Lazy<SampleWaiters> Waiters = new(() =>
        SampleWaiters.Generate(Rows.Select(static row => (row.Matcher, row.Path, row.Expected)))
    );

    public static TheoryData<int, string> Cases =>
        [
            .. Rows.Select(
                static (row, index) => new TheoryDataRow<int, string>(index, $"{row.Matcher} {row.Path} {row.Expected}")
            ),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rule_matches_as_JMESPath_says(int index, string rule)
    {
        (_, _, _, string answer, bool matches) = Rows[index];

        Exception? outcome = await Record.ExceptionAsync(() => Waiters.Value.AskOnceAsync(index, answer));

        Assert.True(matches == outcome is null, $"{rule} over {answer}: {outcome}");
        Assert.True(outcome is null or WaiterException { LastState: WaiterState.Retry }, outcome?.ToString());
    }

    [Fact]
    public void Every_rule_compiles_without_a_warning()
    {
        Assert.Empty(Waiters.Value.Generation.Diagnostics);
        Assert.Empty(Waiters.Value.Generation.CompilerDiagnostics);
    }

    [Fact]
    public void A_rule_without_a_C_sharp_form_leaves_out_its_waiter_alone()
    {
        Generation generation = SampleWaiters
            .Generate([("pathAll", "groups[].size", "5"), ("path", "status", "\"READY\"")])
            .Generation;

        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal("SSOGEN068", diagnostic.Id);
        Assert.Contains("'W0'", diagnostic.GetMessage());
        Assert.DoesNotContain(
            generation.Files.Keys,
            static name => name.EndsWith("/Waiters/W0.g.cs", StringComparison.Ordinal)
        );
        Assert.Contains(
            generation.Files.Keys,
            static name => name.EndsWith("/Waiters/W1.g.cs", StringComparison.Ordinal)
        );
        Assert.Empty(generation.CompilerDiagnostics);
    }
}
