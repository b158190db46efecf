using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class EndpointFunctionsTests
{
    [Theory]
    [InlineData("abcdef", 0, 3, false, "abc")]
    [InlineData("abcdef", 0, 6, false, "abcdef")]
    [InlineData("abcdef", 1, 3, true, "de")]
    [InlineData("abcdef", 0, 6, true, "abcdef")]
    [InlineData("\u007fabcdef", 0, 2, false, "\u007fa")]
    [InlineData("abcdef", 0, 7, false, null)]
    [InlineData("abcdef", 3, 3, false, null)]
    [InlineData("abcdef", 4, 3, false, null)]
    [InlineData("abcdef", -1, 3, false, null)]
    [InlineData("\u0080abcdef", 1, 3, false, null)]
    [InlineData("", 0, 1, false, null)]
    public void Substring_is_null_unless_the_text_is_ascii_and_long_enough(
        string text,
        int start,
        int stop,
        bool reverse,
        string? expected
    ) => Assert.Equal(expected, EndpointFunctions.Substring(text, start, stop, reverse));

    [Theory]
    [InlineData("", "")]
    [InlineData("AZaz09-._~", "AZaz09-._~")]
    [InlineData("a b/c:d*", "a%20b%2Fc%3Ad%2A")]
    [InlineData("é€😹", "%C3%A9%E2%82%AC%F0%9F%98%B9")]
    [InlineData("!'()", "%21%27%28%29")]
    public void UriEncode_keeps_only_unreserved_characters(string text, string expected) =>
        Assert.Equal(expected, EndpointFunctions.UriEncode(text));

    [Theory]
    [InlineData("a--b--c", "--", 0, "a|b|c")]
    [InlineData("a--b--c", "--", 1, "a--b--c")]
    [InlineData("a--b--c", "--", 2, "a|b--c")]
    [InlineData("a--b--c", "--", 9, "a|b|c")]
    [InlineData("--a--", "--", 0, "|a|")]
    [InlineData("", "--", 0, "")]
    public void Split_puts_what_is_beyond_the_limit_into_the_last_part(
        string text,
        string delimiter,
        int limit,
        string expected
    ) => Assert.Equal(expected.Split('|'), EndpointFunctions.Split(text, delimiter, limit));

    [Fact]
    public void ItemAt_counts_from_the_end_for_a_negative_index()
    {
        string[] list = ["a", "b", "c"];

        Assert.Equal(
            ["a", "c", "c", "a"],
            new[] { 0, 2, -1, -3 }.Select(index => EndpointFunctions.ItemAt(list, index))
        );
        Assert.Null(EndpointFunctions.ItemAt(list, 3));
        Assert.Null(EndpointFunctions.ItemAt(list, -4));
    }

    [Fact]
    public void Without_rules_the_endpoint_is_made_of_prefix_region_and_partition()
    {
        Assert.Equal("https://s.eu-west-1.amazonaws.com", Default(new() { Region = "eu-west-1" }));
        Assert.Equal(
            "https://s-fips.cn-north-1.api.amazonwebservices.com.cn",
            Default(
                new()
                {
                    Region = "cn-north-1",
                    UseFips = true,
                    UseDualStack = true,
                }
            )
        );
        Assert.Equal("http://localhost:1", Default(new() { Endpoint = "http://localhost:1" }));
        Assert.Throws<EndpointException>(() => Default(new()));
    }

    private static string Default(EndpointContext context) =>
        EndpointFunctions.GetDefaultEndpoint("s", context).Url.OriginalString;
}
