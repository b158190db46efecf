using Microsoft.Playwright;

namespace SsoOidc.Pages.Browser;

/// <summary>What people see, for people to look at: kept beside the tests, and attached to their results.</summary>
internal static class Pictures
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "artifacts");

    public static async Task KeepAsync(IPage page, string name)
    {
        string path = Path.Combine(s_folder, name + ".png");
        byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
        TestContext.Current.AddAttachment(name, picture, "image/png");
    }
}
