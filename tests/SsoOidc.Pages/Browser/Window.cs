using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SsoOidc.Pages.Browser;

/// <summary>A browser window that remembers what its pages asked for and complained about.</summary>
internal sealed class Window : IAsyncDisposable
{
    // Only keeps a failing test from hanging.
    private const float PatienceMilliseconds = 60_000;
    private const string OwnStatus = "Failed to load resource: the server responded with a status of 40";
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
            // Chromium reports a page's own status of failure, too.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith(OwnStatus, StringComparison.Ordinal))
            {
                _complaints.Add($"{message.Text} ({message.Location})");
            }
        };
    }

    public IPage Page { get; }

    public ILocator Heading => Page.GetByRole(AriaRole.Heading);

    public static async Task<Window> OpenAsync(IBrowser browser)
    {
        IBrowserContext context = await browser.NewContextAsync();
        context.SetDefaultTimeout(PatienceMilliseconds);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        return new Window(context, await context.NewPageAsync());
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });

    /// <summary>What the page says, without its markup.</summary>
    public Task<string> TextAsync() => Page.InnerTextAsync("main");

    /// <summary>
    /// The page suits everybody: axe finds nothing, neither with light nor with dark colors, nothing scrolls sideways
    /// on a small phone, all came from this machine, and the console stayed empty. Keeps a picture of each form.
    /// </summary>
    /// <param name="name">The name of the pictures.</param>
    public async Task AssertFitAsync(string name)
    {
        await AssertFitAsync(name, ColorScheme.Light, new AxeRunOptions());
        // Colors are all that is different in the dark.
        await AssertFitAsync(
            name,
            ColorScheme.Dark,
            new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast") }
        );
        Assert.NotEmpty(_requests);
        Assert.All(_requests, url => Assert.True(url.IsLoopback, url.AbsoluteUri));
        Assert.Empty(_complaints);
    }

    /// <summary>The element has the focus, and an outline shows it.</summary>
    public static async Task AssertFocusIsVisibleAsync(ILocator element)
    {
        await Assertions.Expect(element).ToBeFocusedAsync();
        await Assertions.Expect(element).ToHaveCSSAsync("outline-style", "solid");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task AssertFitAsync(string name, ColorScheme scheme, AxeRunOptions rules)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        foreach (int width in (int[])[320, 1024])
        {
            await Page.SetViewportSizeAsync(width, 640);
            Assert.True(
                await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{name} scrolls sideways at {width} px."
            );
            await Pictures.KeepAsync(Page, $"{name}-{scheme.ToString().ToLowerInvariant()}-{width}");
        }

        AxeResult result = await Page.RunAxe(rules);
        Assert.NotEmpty(result.Passes);
        // What axe cannot decide, such as a contrast that it cannot compute, is not taken for granted.
        Assert.Empty(
            result
                .Violations.Concat(result.Incomplete)
                .Select(item => $"{item.Id}: {item.Help} {string.Join(' ', item.Nodes.Select(node => node.Html))}")
        );
    }
}
