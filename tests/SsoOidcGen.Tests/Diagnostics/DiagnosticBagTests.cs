using Microsoft.CodeAnalysis;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    private const int Capacity = 1000;

    private readonly DiagnosticBag _bag = new();

    private static DiagnosticDescriptor Error => ReadingDiagnostics.WrongValue;

    private static DiagnosticDescriptor Warning => ReadingDiagnostics.UnsupportedTrait;

    [Fact]
    public void Nobody_reads_more_than_a_thousand_errors_and_as_many_warnings()
    {
        Assert.Equal(DiagnosticSeverity.Error, Error.DefaultSeverity);
        Assert.Equal(DiagnosticSeverity.Warning, Warning.DefaultSeverity);

        Add(Warning, Capacity + 1);
        Add(Error, Capacity + 1);
        Add(Warning, Capacity + 2);

        Assert.Equal(
            [(Warning.Id, Capacity), (Error.Id, Capacity)],
            _bag.ToArray().GroupBy(static item => item.Id).Select(static group => (group.Key, group.Count()))
        );
        Assert.Equal($"{Capacity - 1}", _bag.ToArray()[^1].Arguments[0]);
    }

    [Fact]
    public void The_same_fault_counts_once_in_each_place()
    {
        _bag.Add(Error, Span(1), "a", "b", "c");
        _bag.Add(Error, Span(1), "a", "b", "c");
        _bag.Add(Error, Span(2), "a", "b", "c");
        _bag.Add(Error, Span(2), "a", "b", "d");

        Assert.Equal(
            [(1, "c"), (2, "c"), (2, "d")],
            _bag.ToArray().Select(static item => (item.Span!.Start, item.Arguments[2]))
        );
    }

    [Fact]
    public void A_fault_that_shows_in_many_places_is_told_at_the_first()
    {
        _bag.AddOnce(Error, Span(1), "a", "b", "c");
        _bag.AddOnce(Error, Span(2), "a", "b", "c");
        _bag.AddOnce(Error, Span(3), "a", "b", "d");

        Assert.Equal([1, 3], _bag.ToArray().Select(static item => item.Span!.Start));
    }

    private static SourceSpan Span(int start) => new("model.json", start, 1, 0, start, 0, start + 1);

    private void Add(DiagnosticDescriptor descriptor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _bag.Add(descriptor, span: null, $"{i}");
        }
    }
}
