using System.Net;
using System.Text;
using System.Web;

namespace SsoOidc.Cli.Tests.Commands;

public class ConsoleCommandTests
{
    [Fact]
    public async Task An_address_signs_in_to_the_page_of_a_service()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        using HttpListener federation = new();
        string endpoint = Listen(federation);
        Task<string> request = RespondAsync(federation, 200, """{"SigninToken": "token-1"}""");

        CliResult result = await home.RunAsync(
            "console",
            "--profile",
            "admin",
            "--no-browser",
            "--service",
            "s3",
            "--default-region",
            "eu-west-1",
            "--federation-endpoint",
            endpoint
        );

        Assert.Equal("", result.Error);
        var asked = HttpUtility.ParseQueryString(await request);
        Assert.Equal("getSigninToken", asked["Action"]);
        Assert.Contains("\"sessionId\":\"ASIA", asked["Session"], StringComparison.Ordinal);
        Assert.Contains("\"sessionKey\":\"", asked["Session"], StringComparison.Ordinal);
        Assert.Contains("\"sessionToken\":\"", asked["Session"], StringComparison.Ordinal);
        var address = HttpUtility.ParseQueryString(new Uri(result.Output.Trim()).Query);
        Assert.Equal(
            ("login", "token-1", "https://console.aws.amazon.com/s3/home?region=eu-west-1"),
            (address["Action"], address["SigninToken"], address["Destination"])
        );
    }

    [Fact]
    public async Task A_refusal_shows_no_secret()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        using HttpListener federation = new();
        string endpoint = Listen(federation);
        Task<string> request = RespondAsync(federation, 400, "hush");

        CliResult result = await home.RunAsync(
            "console",
            "--profile",
            "admin",
            "--no-browser",
            "--federation-endpoint",
            endpoint
        );

        string session = HttpUtility.ParseQueryString(await request)["Session"]!;
        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.Contains("HTTP 400", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(session, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-central-1", "signin.aws.amazon.com")]
    [InlineData("cn-north-1", "signin.amazonaws.cn")]
    [InlineData("us-gov-west-1", "signin.amazonaws-us-gov.com")]
    [InlineData(null, "signin.aws.amazon.com")]
    public void Each_partition_has_its_own_endpoint(string? region, string host) =>
        Assert.Equal($"https://{host}/federation", ConsolePartition.Of(region).Federation.AbsoluteUri);

    [Theory]
    [InlineData(null, null, "https://console.aws.amazon.com/console/home")]
    [InlineData("cn-north-1", null, "https://console.amazonaws.cn/console/home?region=cn-north-1")]
    [InlineData("us-gov-west-1", "s3", "https://console.amazonaws-us-gov.com/s3/home?region=us-gov-west-1")]
    [InlineData("a b", "a/b", "https://console.aws.amazon.com/a%2Fb/home?region=a%20b")]
    public void A_page_is_that_of_the_service_in_the_region(string? region, string? service, string page) =>
        Assert.Equal(page, ConsolePartition.Of(region).PageOf(service, region).AbsoluteUri);

    private static string Listen(HttpListener listener)
    {
        using System.Net.Sockets.TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/federation";
        free.Stop();
        listener.Prefixes.Add(address + "/");
        listener.Start();
        return address;
    }

    private static async Task<string> RespondAsync(HttpListener listener, int status, string body)
    {
        HttpListenerContext context = await listener.GetContextAsync();
        context.Response.StatusCode = status;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
        return context.Request.Url!.Query;
    }
}
