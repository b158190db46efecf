using CsCheck;

namespace SsoOidcGen.Runtime.Tests;

public sealed class CanonicalTargetTests
{
    [Theory]
    [InlineData("/a%20b//c/../d/", false, "/a%2520b/d/")]
    [InlineData("/a%20b//c/../d/", true, "/a%20b//c/../d/")]
    [InlineData("", true, "/")]
    [InlineData("/", false, "/")]
    [InlineData("/../..", false, "/")]
    [InlineData("/a/../", false, "/")]
    [InlineData("/a/.", false, "/a")]
    [InlineData("/.a/..b", false, "/.a/..b")]
    [InlineData("/~a-b_c.d", false, "/~a-b_c.d")]
    public void A_path_is_normalized_and_encoded_again_unless_it_is_kept(string path, bool isKept, string expected) =>
        Assert.Equal(expected, CanonicalTarget.Path(path, isKept));

    [Theory]
    [InlineData("", "")]
    [InlineData("b&a", "a=&b=")]
    [InlineData("a=2&a=1&a", "a=&a=1&a=2")]
    [InlineData("a-b=1&a=2", "a=2&a-b=1")]
    [InlineData("a=b=c", "a=b%3Dc")]
    [InlineData("a=%2F&&b=/ü", "a=%2F&b=%2F%C3%BC")]
    public void A_query_is_sorted_and_fully_encoded(string query, string expected) =>
        Assert.Equal(expected, CanonicalTarget.Query(query));

    [Fact]
    public void The_order_of_parameters_does_not_matter() =>
        Gen
            .String.Array[0, 5]
            .Sample(texts =>
            {
                string[] parameters = [.. texts.Select(Uri.EscapeDataString)];
                string[] reversed = [.. parameters.Reverse()];
                return CanonicalTarget.Query(string.Join('&', parameters))
                    == CanonicalTarget.Query(string.Join('&', reversed));
            });
}
