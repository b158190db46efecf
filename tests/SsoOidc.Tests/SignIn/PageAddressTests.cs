namespace SsoOidc.Tests.SignIn;

public class PageAddressTests
{
    [Theory]
    [InlineData("https://device.example/?user_code=ABCD-EFGH", null)]
    [InlineData("HTTPS://Device.Example", "https://device.example/")]
    [InlineData("http://127.0.0.1:5000/device", null)]
    [InlineData("http://[::1]:5000/device", null)]
    [InlineData("http://localhost:5000/device", null)]
    [InlineData("https://device.example/\u202Egpj.exe", "https://device.example/%E2%80%AEgpj.exe")]
    public void An_address_that_is_safe_is_used_in_canonical_form(string address, string? canonical) =>
        Assert.Equal(canonical ?? address, PageAddress.Require(address, "It"));

    [Theory]
    [InlineData("http://device.example/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://localhost@evil.example/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("https://device.sso.us-east-1.amazonaws.com@evil.example/")]
    [InlineData("ftp://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ssh://-oProxyCommand=x/")]
    [InlineData("//device.example/")]
    [InlineData("device.example")]
    [InlineData("")]
    public async Task Any_other_is_neither_opened_nor_prompted(string address)
    {
        SsoException exception = Assert.Throws<SsoException>(() => PageAddress.Require(address, "The address"));

        Assert.StartsWith("The address is not an https address", exception.Message);
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? url))
        {
            await Assert.ThrowsAsync<ArgumentException>(() =>
                SystemBrowser.OpenAsync(url, TestContext.Current.CancellationToken).AsTask()
            );
        }
    }

    [Theory]
    [InlineData("device.example", "it is no absolute URL")]
    [InlineData("http://device.example/", "its scheme is http, its host 'device.example'")]
    [InlineData("https://a@b.example/", "its scheme is https, its host 'b.example'")]
    public void It_is_told_what_is_wrong_with_it(string address, string problem)
    {
        SsoException exception = Assert.Throws<SsoException>(() => PageAddress.Require(address, "The address"));

        Assert.Equal(
            $"The address is not an https address without a user name ({problem}), so it is not opened. Check that the endpoint is"
                + " one of IAM Identity Center.",
            exception.Message
        );
    }
}
