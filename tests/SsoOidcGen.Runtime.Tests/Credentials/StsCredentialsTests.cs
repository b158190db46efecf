namespace SsoOidcGen.Runtime.Tests;

public sealed class StsCredentialsTests
{
    [Theory]
    [InlineData("arn:aws:sts::123456789012:assumed-role/A/s", "123456789012")]
    [InlineData("arn:aws-cn:iam::1:user/u", "1")]
    [InlineData("arn:aws:sts::2", "2")]
    [InlineData("arn:aws:sts:", null)]
    [InlineData("arn:aws:sts::", null)]
    [InlineData("arn:aws:iam::aws:policy/p", "aws")]
    [InlineData("arn:aws:s3::1:bucket", null)]
    [InlineData("urn:aws:sts::1:x", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_account_is_that_of_the_user_who_was_assumed(string? arn, string? account) =>
        Assert.Equal(account, StsCredentials.AccountOf(arn));
}
