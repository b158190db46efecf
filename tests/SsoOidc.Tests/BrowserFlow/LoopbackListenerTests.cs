using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace SsoOidc.Tests.BrowserFlow;

public sealed class LoopbackListenerTests : IDisposable
{
    private const string State = "s1";
    private readonly RecordingTime _time = new(RecordingTime.Origin);
    private readonly LoopbackListener _listener;
    private readonly HttpClient _browser = new();
    private readonly Task<BrowserCallback> _answer;

    public LoopbackListenerTests()
    {
        _listener = LoopbackListener.Open("/oauth/callback", _time);
        _answer = _listener.WaitAsync(State, TestContext.Current.CancellationToken);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Uri Callback => new(_listener.RedirectUri);

    public void Dispose()
    {
        _browser.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task The_browser_waits_for_the_page_that_tells_how_it_ended()
    {
        Task<string> page = _browser.GetStringAsync($"{Callback}?code=c1&state=s1", Token);
        using BrowserCallback callback = await _answer;
        Assert.Equal("c1", callback.Response.Code);
        Assert.False(page.IsCompleted);

        await callback.ShowAsync(CallbackPage.Success(), Token);

        Assert.Contains("Signed in", await page);
    }

    [Fact]
    public async Task The_reason_of_a_failure_is_shown_as_text_and_not_as_HTML()
    {
        Task<string> page = _browser.GetStringAsync($"{Callback}?error=access_denied&state=s1", Token);
        using BrowserCallback callback = await _answer;

        await callback.ShowAsync(CallbackPage.Failure("<script>You may not"), Token);

        Assert.Contains("&lt;script&gt;You may not", await page);
        Assert.DoesNotContain("<script", await page);
    }

    [Fact]
    public async Task A_browser_that_was_closed_meanwhile_is_no_failure()
    {
        using TcpClient closed = new();
        await closed.ConnectAsync(IPAddress.Loopback, Callback.Port, Token);
        await closed.GetStream().WriteAsync("GET /oauth/callback?code=c1&state=s1 HTTP/1.1\r\n\r\n"u8.ToArray(), Token);
        using BrowserCallback callback = await _answer;
        closed.Client.Close(timeout: 0);

        await callback.ShowAsync(CallbackPage.Success(), Token);
        await callback.ShowAsync(CallbackPage.Success(), Token);
    }

    [Theory]
    [InlineData("/favicon.ico", HttpStatusCode.NotFound)]
    [InlineData("/oauth/callback/?code=c", HttpStatusCode.NotFound)]
    [InlineData("/OAuth/callback?code=c", HttpStatusCode.NotFound)]
    [InlineData("/oauth/callback", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?state=s1", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?code=c", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?code=c&state=other", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?error=access_denied&error_description=%3Cb%3Eforged", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?error=access_denied&state=other", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?code=&state=s1", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?code=a&code=b&state=s1", HttpStatusCode.BadRequest)]
    [InlineData("/oauth/callback?code=c&state=other&state=s1", HttpStatusCode.BadRequest)]
    public async Task Anything_else_is_refused_and_the_wait_goes_on(string target, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _browser.GetAsync(new Uri(Callback, target), Token);
        string page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("forged", page);
        Assert.False(_answer.IsCompleted);
        Task<string> next = _browser.GetStringAsync($"{Callback}?code=c1&state=s1", Token);
        Assert.Equal("c1", await CodeAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => next);
    }

    [Fact]
    public async Task A_POST_is_refused()
    {
        using StringContent body = new("code=c");

        using HttpResponseMessage response = await _browser.PostAsync($"{Callback}?code=c&state=s", body, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(_answer.IsCompleted);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_does_not_keep_others_waiting()
    {
        using TcpClient silent = new();
        await silent.ConnectAsync(IPAddress.Loopback, Callback.Port, Token);

        Task<string> page = _browser.GetStringAsync($"{Callback}?code=c1&state=s1", Token);

        Assert.Equal("c1", await CodeAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => page);
    }

    [Fact]
    public async Task A_connection_that_takes_its_time_is_closed()
    {
        using TcpClient slow = new();
        await slow.ConnectAsync(IPAddress.Loopback, Callback.Port, Token);
        await slow.GetStream().WriteAsync("GET /oauth"u8.ToArray(), Token);
        // Served one after the other, so that the slow one is known to be served when this page comes.
        await _browser.GetAsync(new Uri(Callback, "/favicon.ico"), Token);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(0, await slow.GetStream().ReadAsync(new byte[1], Token));
        Assert.False(_answer.IsCompleted);
    }

    [Fact]
    public async Task Of_too_many_connections_the_oldest_gives_way()
    {
        const int Connections = 65;
        List<TcpClient> silent = [];
        try
        {
            for (int i = 0; i < Connections; i++)
            {
                TcpClient client = new();
                silent.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, Callback.Port, Token);
            }

            Assert.Equal(0, await silent[0].GetStream().ReadAsync(new byte[1], Token));
            Task<string> page = _browser.GetStringAsync($"{Callback}?code=c1&state=s1", Token);

            Assert.Equal("c1", await CodeAsync());
            await Assert.ThrowsAsync<HttpRequestException>(() => page);
        }
        finally
        {
            silent.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Sixty_four_connections_keep_each_other_company()
    {
        List<TcpClient> open = [];
        try
        {
            for (int i = 0; i < 64; i++)
            {
                TcpClient client = new();
                open.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, Callback.Port, Token);
            }

            foreach (TcpClient client in Enumerable.Reverse(open))
            {
                await client.GetStream().WriteAsync("GET /favicon.ico HTTP/1.1\r\n\r\n"u8.ToArray(), Token);
                using StreamReader reader = new(client.GetStream());
                Assert.Equal("HTTP/1.1 404 NotFound", await reader.ReadLineAsync(Token));
            }
        }
        finally
        {
            open.ForEach(static client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_browser_may_bring_as_many_cookies_as_other_servers_allow()
    {
        using TcpClient browser = new();
        await browser.ConnectAsync(IPAddress.Loopback, Callback.Port, Token);
        string head = $"GET /oauth/callback?code=c1&state=s1 HTTP/1.1\r\nCookie: {new string('a', 31 * 1024)}\r\n\r\n";

        await browser.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Token);

        Assert.Equal("c1", await CodeAsync());
    }

    [Fact]
    public async Task A_head_without_end_is_cut_off()
    {
        using TcpClient endless = new();
        await endless.ConnectAsync(IPAddress.Loopback, Callback.Port, Token);
        byte[] head = Encoding.ASCII.GetBytes("GET /oauth/callback?code=" + new string('a', 64 * 1024));

        string answer = "";
        try
        {
            await endless.GetStream().WriteAsync(head, Token);
            using StreamReader reader = new(endless.GetStream());
            answer = await reader.ReadLineAsync(Token) ?? "";
        }
        catch (IOException)
        {
            // The listener hung up with our bytes unread, which the system may report as a reset.
        }

        Assert.DoesNotContain("200", answer);
        Assert.False(_answer.IsCompleted);
    }

    [Fact]
    public async Task The_browser_may_come_over_IPv6_too()
    {
        Assert.SkipUnless(HasIPv6Loopback(), "This machine has no address ::1.");

        Task<string> page = _browser.GetStringAsync(
            $"http://[::1]:{Callback.Port}/oauth/callback?code=c6&state=s1",
            Token
        );

        Assert.Equal("c6", await CodeAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => page);
    }

    [Fact]
    public void Only_loopback_addresses_are_listened_on()
    {
        IPAddress[] addresses =
        [
            .. IPGlobalProperties
                .GetIPGlobalProperties()
                .GetActiveTcpListeners()
                .Where(endpoint => endpoint.Port == Callback.Port)
                .Select(endpoint => endpoint.Address),
        ];

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.True(IPAddress.IsLoopback(address), address.ToString()));
    }

    [Fact]
    public async Task After_the_first_answer_nobody_is_served_any_more()
    {
        Task<string> page = _browser.GetStringAsync($"{Callback}?code=c1&state=s1", Token);
        using BrowserCallback callback = await _answer;

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            _browser.GetStringAsync($"{Callback}?code=c2&state=s1", Token)
        );
        await callback.ShowAsync(CallbackPage.Success(), Token);
        Assert.Contains("Signed in", await page);
    }

    [Fact]
    public async Task A_canceled_wait_ends()
    {
        using LoopbackListener listener = LoopbackListener.Open("/oauth/callback", _time);
        using CancellationTokenSource source = new();
        Task<BrowserCallback> waiting = listener.WaitAsync(State, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>The code that arrived; the browser gets no page.</summary>
    private async Task<string?> CodeAsync()
    {
        using BrowserCallback callback = await _answer;
        return callback.Response.Code;
    }

    private static bool HasIPv6Loopback() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Any(address => address.Address.Equals(IPAddress.IPv6Loopback));
}
