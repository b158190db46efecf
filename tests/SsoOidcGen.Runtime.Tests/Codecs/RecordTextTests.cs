using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs;

public sealed class RecordTextTests
{
    [Fact]
    public void Nothing_prints_nothing()
    {
        Assert.Null(RecordText.Of((IReadOnlyList<string>?)null));
        Assert.Null(RecordText.Of((IReadOnlyDictionary<string, int>?)null));
    }

    [Fact]
    public void A_list_prints_its_first_items_and_how_many_more_there_are()
    {
        Assert.Equal("[]", RecordText.Of(Array.Empty<int>()));
        Assert.Equal("[a, null]", RecordText.Of(new[] { "a", null }));
        Assert.Equal("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", RecordText.Of(Enumerable.Range(1, 10)));
        Assert.Equal("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … 990 more]", RecordText.Of(Enumerable.Range(1, 1000)));
    }

    [Fact]
    public void A_map_prints_its_first_entries_and_how_many_more_there_are()
    {
        Assert.Equal("[]", RecordText.Of(new Dictionary<string, int>()));
        Assert.Equal("[a = 1, b = 2]", RecordText.Of(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }));
        Assert.EndsWith(
            "9 = 9, … 2 more]",
            RecordText.Of(Enumerable.Range(0, 12).ToDictionary(static i => $"{i}")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Collections_in_collections_are_printed_as_their_types_say() =>
        Assert.Equal(
            "[a = [[b = x, c = y], null], d = null]",
            RecordText.Of(
                new Dictionary<string, Dictionary<string, string>?[]?>
                {
                    ["a"] = [new Dictionary<string, string> { ["b"] = "x", ["c"] = "y" }, null],
                    ["d"] = null,
                },
                static items => RecordText.Of(items, static item => RecordText.Of(item))
            )
        );
}
