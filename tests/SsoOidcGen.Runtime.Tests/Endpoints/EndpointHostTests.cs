using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class EndpointHostTests
{
    private const string Longest = "abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ-123456789";

    [Theory]
    [InlineData("a", true)]
    [InlineData("0-Z", true)]
    [InlineData(Longest, true)]
    [InlineData(Longest + "x", false)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a_b", false)]
    [InlineData("a.b", false)]
    [InlineData("ab\n", false)]
    [InlineData("٣", false)]
    public void A_host_label_has_1_to_63_letters_digits_and_inner_hyphens(string text, bool expected) =>
        Assert.Equal(expected, EndpointFunctions.IsValidHostLabel(text, allowSubDomains: false));

    [Theory]
    [InlineData("a.b-c.d", true)]
    [InlineData("a", true)]
    [InlineData("a..b", false)]
    [InlineData(".a", false)]
    [InlineData("a.", false)]
    [InlineData("a.-b", false)]
    public void With_sub_domains_every_part_is_a_label(string text, bool expected) =>
        Assert.Equal(expected, EndpointFunctions.IsValidHostLabel(text, allowSubDomains: true));

    [Theory]
    [InlineData("bucket", false, true)]
    [InlineData("my.bucket", true, true)]
    [InlineData("my.bucket", false, false)]
    [InlineData("abc", false, true)]
    [InlineData("ab", false, false)]
    [InlineData("Bucket", false, false)]
    [InlineData("bucket-", false, false)]
    [InlineData("192.168.5.4", true, false)]
    [InlineData("192.168.5.256", true, true)]
    [InlineData("192.168.5", true, true)]
    public void A_bucket_fits_into_a_host_name_when_it_is_lower_case_and_no_address(
        string bucket,
        bool allowSubDomains,
        bool expected
    ) => Assert.Equal(expected, EndpointFunctions.IsVirtualHostableS3Bucket(bucket, allowSubDomains));
}
