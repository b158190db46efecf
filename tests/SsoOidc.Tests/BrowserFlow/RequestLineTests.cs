using System.Text;

namespace SsoOidc.Tests.BrowserFlow;

public sealed class RequestLineTests
{
    private const int MaxHead = 32_768;

    [Theory]
    [InlineData("GET /x?y HTTP/1.1\r\n\r\n", "/x?y")]
    [InlineData("GET /x HTTP/1.0\r\nHost: a\r\n\r\nrest", "/x")]
    [InlineData("POST /x HTTP/1.1\r\n\r\n", null)]
    [InlineData("get /x HTTP/1.1\r\n\r\n", null)]
    [InlineData("GET /x HTTP/2\r\n\r\n", null)]
    [InlineData("GET /x\r\n\r\n", null)]
    [InlineData("GET  /x HTTP/1.1\r\n\r\n", null)]
    [InlineData("GET /x HTTP/1.1\r\n", null)]
    [InlineData("", null)]
    public async Task It_is_a_GET_of_HTTP_1(string head, string? target) => Assert.Equal(target, await ReadAsync(head));

    [Theory]
    [InlineData(MaxHead, "/x")]
    [InlineData(MaxHead + 1, null)]
    public async Task A_head_has_up_to_32_KiB(int length, string? target)
    {
        const string Start = "GET /x HTTP/1.1\r\nCookie: ";
        const string End = "\r\n\r\n";

        Assert.Equal(target, await ReadAsync(Start + new string('c', length - Start.Length - End.Length) + End));
    }

    private static async Task<string?> ReadAsync(string head)
    {
        using MemoryStream stream = new(Encoding.ASCII.GetBytes(head));
        return await RequestLine.ReadTargetAsync(stream, TestContext.Current.CancellationToken);
    }
}
