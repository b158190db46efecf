using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class PartitionTests
{
    [Theory]
    [InlineData("us-east-1", "aws")]
    [InlineData("aws-cn-global", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    public void A_listed_region_belongs_to_the_partition_that_lists_it(string region, string partition) =>
        Assert.Equal(partition, EndpointFunctions.GetPartition(region).Name);

    [Theory]
    [InlineData("mx-nowhere-99", "aws")]
    [InlineData("cn-nowhere-1", "aws-cn")]
    [InlineData("us-gov-nowhere_2-1", "aws-us-gov")]
    [InlineData("us-isof-nowhere-1", "aws-iso-f")]
    public void An_unlisted_region_belongs_to_the_partition_whose_names_look_like_it(string region, string partition) =>
        Assert.Equal(partition, EndpointFunctions.GetPartition(region).Name);

    [Theory]
    [InlineData("cn-nowhere")]
    [InlineData("cn-nowhere-x")]
    [InlineData("cn-now.here-1")]
    [InlineData("cn--1")]
    [InlineData("-cn-1")]
    [InlineData("cn-nowhere-1\n")]
    [InlineData("mars-north-1")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_region_and_none_belong_to_aws(string? region) =>
        Assert.Equal("aws", EndpointFunctions.GetPartition(region).Name);
}
