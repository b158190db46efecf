using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SsoOidc.Emulator;

namespace WebApp.Tests;

/// <summary>The application as a process: as built, or the native program that <c>WEBAPP_NATIVE</c> names.</summary>
public sealed partial class ProcessTests
{
    [Fact]
    public async Task It_starts_is_healthy_and_begins_a_sign_in()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SsoOidcEmulator emulator = await SsoOidcEmulator.StartAsync(cancellationToken: cancellation);
        using Process application = Process.Start(Start(emulator.BaseAddress))!;
        try
        {
            using HttpClient http = new() { BaseAddress = await AddressOfAsync(application, cancellation) };

            Assert.Equal("Healthy", await http.GetStringAsync("/health", cancellation));
            using HttpResponseMessage begun = await http.PostAsync("/sign-in", content: null, cancellation);
            Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        }
        finally
        {
            application.Kill();
            await application.WaitForExitAsync(cancellation);
        }
    }

    private static ProcessStartInfo Start(Uri services)
    {
        string[] listen = ["--urls", "http://127.0.0.1:0"];
        ProcessStartInfo start = Environment.GetEnvironmentVariable("WEBAPP_NATIVE") is { Length: > 0 } native
            ? new(native, listen)
            : new("dotnet", [Path.Combine(AppContext.BaseDirectory, "WebApp.dll"), .. listen]);
        start.WorkingDirectory = AppContext.BaseDirectory;
        start.RedirectStandardOutput = true;
        start.Environment["Aws__SsoOidc__Endpoint"] = services.ToString();
        start.Environment["Aws__Portal__Endpoint"] = services.ToString();
        return start;
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
