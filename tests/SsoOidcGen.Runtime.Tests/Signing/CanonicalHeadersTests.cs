using System.Text;

namespace SsoOidcGen.Runtime.Tests.Signing;

public sealed class CanonicalHeadersTests
{
    [Theory]
    [InlineData("Authorization")]
    [InlineData("Connection")]
    [InlineData("connection")]
    [InlineData("Expect")]
    [InlineData("Keep-Alive")]
    [InlineData("Proxy-Authenticate")]
    [InlineData("Proxy-Authorization")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Upgrade")]
    [InlineData("User-Agent")]
    [InlineData("X-Amzn-Trace-Id")]
    [InlineData("x-amzn-TRACE-id")]
    public void What_changes_on_the_way_is_not_signed(string name)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://host.example/");
        message.Headers.TryAddWithoutValidation(name, "x");

        Assert.Equal(("host:host.example\n\n", "host"), Write(message));
    }

    [Fact]
    public void Names_are_lower_and_sorted_and_values_collapsed()
    {
        using HttpRequestMessage message = new(HttpMethod.Put, "https://Host.example:8443/a");
        message.Content = new ByteArrayContent([]);
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "a/b");
        message.Headers.TryAddWithoutValidation("X-B", "  a  b\t c  ");
        message.Headers.TryAddWithoutValidation("X-A_1", ["2", " 1 "]);
        message.Headers.TryAddWithoutValidation("X-A-1", "one two");
        message.Headers.TryAddWithoutValidation("X-A", "");
        message.Headers.TryAddWithoutValidation("X-Tab", "a\tb");

        Assert.Equal(
            (
                "content-type:a/b\nhost:host.example:8443\nx-a:\nx-a-1:one two\nx-a_1:2,1\nx-b:a b c\nx-tab:a b\n\n",
                "content-type;host;x-a;x-a-1;x-a_1;x-b;x-tab"
            ),
            Write(message)
        );
    }

    [Theory]
    [InlineData("http://h.example:80/", "h.example")]
    [InlineData("http://h.example:443/", "h.example:443")]
    [InlineData("https://h.example:443/", "h.example")]
    public void A_port_is_part_of_the_host_when_it_is_not_the_one_of_the_scheme(string address, string host)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, address);

        Assert.Equal(($"host:{host}\n\n", "host"), Write(message));
    }

    [Fact]
    public void A_host_that_the_caller_sets_counts()
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://h.example/");
        message.Headers.Host = "other.example";

        Assert.Equal(("host:other.example\n\n", "host"), Write(message));
    }

    private static (string Headers, string Names) Write(HttpRequestMessage message)
    {
        PooledBuffer target = new();
        Range names = CanonicalHeaders.Write(target, message);
        string text = Encoding.UTF8.GetString(target.WrittenSpan);
        target.Release();
        return (text[..names.Start.Value], text[names]);
    }
}
