using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class ParseArnTests
{
    [Fact]
    public void An_arn_has_six_parts_and_its_resource_several()
    {
        EndpointArn arn = EndpointFunctions.ParseArn(
            "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1:bucket/b"
        )!;

        Assert.Equal("aws", arn.Partition);
        Assert.Equal("s3-outposts", arn.Service);
        Assert.Equal("us-west-2", arn.Region);
        Assert.Equal("123456789012", arn.AccountId);
        Assert.Equal(["outpost", "op-1", "bucket", "b"], arn.ResourceId);
    }

    [Fact]
    public void Region_account_and_parts_of_the_resource_may_be_empty()
    {
        EndpointArn arn = EndpointFunctions.ParseArn("arn:aws:s3:::outpost:")!;

        Assert.Equal("", arn.Region);
        Assert.Equal("", arn.AccountId);
        Assert.Equal(["outpost", ""], arn.ResourceId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("arn:aws:s3")]
    [InlineData("arn:aws:s3:us-east-2:012345678:")]
    [InlineData("arn::s3:us-east-2:012345678:b")]
    [InlineData("arn:aws::us-east-2:012345678:b")]
    [InlineData("urn:aws:s3:us-east-2:012345678:b")]
    [InlineData("ARN:aws:s3:us-east-2:012345678:b")]
    public void What_lacks_a_part_is_no_arn(string text) => Assert.Null(EndpointFunctions.ParseArn(text));
}
