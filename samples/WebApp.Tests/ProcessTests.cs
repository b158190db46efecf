using System.Diagnostics;
using System.Text.RegularExpressions;
using SsoOidc.Emulator;

namespace WebApp.Tests;

/// <summary>The application as a process, as its users start it.</summary>
public sealed partial class ProcessTests
{
    [Fact]
    public async Task It_starts_and_is_healthy()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SsoOidcEmulator emulator = await SsoOidcEmulator.StartAsync(cancellationToken: cancellation);
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "WebApp.dll"), "--urls", "http://127.0.0.1:0" },
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["Aws__SsoOidc__Endpoint"] = emulator.BaseAddress.ToString(),
                ["Aws__Portal__Endpoint"] = emulator.BaseAddress.ToString(),
            },
        };
        using Process application = Process.Start(start)!;
        try
        {
            using HttpClient http = new() { BaseAddress = await AddressOfAsync(application, cancellation) };

            Assert.Equal("Healthy", await http.GetStringAsync("/health", cancellation));
        }
        finally
        {
            application.Kill();
            await application.WaitForExitAsync(cancellation);
        }
    }

    private static async Task<Uri> AddressOfAsync(Process application, CancellationToken cancellationToken)
    {
        while (await application.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                return new Uri(found.Groups["address"].Value);
            }
        }

        throw new InvalidOperationException("The application ended before it was listening.");
    }

    [GeneratedRegex("Now listening on: (?<address>.*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
