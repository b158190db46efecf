namespace SsoOidc.Tests.Configuration;

public sealed class PortalHostsTests
{
    [Theory]
    [InlineData("identitycenter.amazonaws.com")]
    [InlineData("identitycenter.amazonaws.com.cn")]
    [InlineData("identitycenter.amazonaws.eu")]
    [InlineData("identitycenter.us-gov.amazonaws.com")]
    [InlineData("app.aws")]
    [InlineData("x.app.aws")]
    [InlineData("portal.amazonaws.com")]
    [InlineData("x.portal.amazonaws.com")]
    [InlineData("x.portal.amazonaws.com.cn")]
    [InlineData("x.app.amazonwebservices.com.cn")]
    [InlineData("x.portal.amazonaws.eu")]
    [InlineData("x.api.amazonwebservices.eu")]
    [InlineData("awsapps.com")]
    [InlineData("x.awsapps.com")]
    [InlineData("x.awsapps.cn")]
    [InlineData("X.AwsApps.Com.")]
    public void These_are_of_AWS(string host) => Assert.True(PortalHosts.IsAwsOwned(new Uri($"https://{host}/start")));

    [Theory]
    [InlineData("x.identitycenter.amazonaws.com")]
    [InlineData("amazonaws.com")]
    [InlineData("xapp.aws")]
    [InlineData("x.awsapps.de")]
    [InlineData("x.awsapps.com.example")]
    [InlineData("wsapps.com")]
    [InlineData("example.com")]
    public void These_are_not(string host) => Assert.False(PortalHosts.IsAwsOwned(new Uri($"https://{host}/start")));

    [Theory]
    [InlineData("x.portal.eu-west-1.app.aws", "eu-west-1")]
    [InlineData("X.EU-West-1.Portal.AmazonAWS.com", "eu-west-1")]
    [InlineData("x.awsapps.com", null)]
    [InlineData("portal.eu-west-1.app.aws", null)]
    [InlineData("x.portal.eu-west-1.app.aws.example", null)]
    public void Some_name_their_region(string host, string? region) =>
        Assert.Equal(region, PortalHosts.RegionOf(new Uri($"https://{host}/")));
}
