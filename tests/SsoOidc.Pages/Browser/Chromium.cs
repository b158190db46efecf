using Microsoft.Playwright;
using SsoOidc.Pages.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SsoOidc.Pages.Browser;

/// <summary>One headless browser for all tests, started by the first that needs it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a window that shares nothing with others.</summary>
    internal async Task<Window> OpenAsync()
    {
        string program = Programs.Require("/usr/bin/chromium", "chromium");
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await _playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = program,
                    // The sandbox refuses to run as root, which build containers are.
                    ChromiumSandbox = Environment.UserName != "root",
                }
            );
        }
        finally
        {
            _starting.Release();
        }

        return await Window.OpenAsync(_browser);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }
}
