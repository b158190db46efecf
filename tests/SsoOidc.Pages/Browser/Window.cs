using Microsoft.Playwright;

namespace SsoOidc.Pages.Browser;

/// <summary>A browser window that remembers what its pages asked for and complained about.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<Uri> _requests = [];
    private readonly List<string> _complaints = [];

    private Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => _requests.Add(new Uri(request.Url));
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // That a page itself came with a status of failure is how the browser tells it, and no fault of the page.
            if (message.Type is "error" or "warning" && !message.Location.StartsWith(page.Url, StringComparison.Ordinal))
            {
                _complaints.Add($"{message.Text} ({message.Location})");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>All that was asked for came from this machine, and the console stayed empty.</summary>
    public void AssertQuiet()
    {
        Assert.NotEmpty(_requests);
        Assert.All(_requests, url => Assert.True(url.IsLoopback, url.AbsoluteUri));
        Assert.Empty(_complaints);
    }

    public static async Task<Window> OpenAsync(IBrowser browser, int width, ColorScheme scheme)
    {
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ColorScheme = scheme,
                ViewportSize = new ViewportSize { Width = width, Height = 640 },
            }
        );
        context.SetDefaultTimeout(10_000);
        return new Window(context, await context.NewPageAsync());
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
