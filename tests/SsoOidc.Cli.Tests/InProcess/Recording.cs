using System.Text;
using System.Text.RegularExpressions;

namespace SsoOidc.Cli.Tests.InProcess;

/// <summary>Command lines with all that they wrote; what differs from run to run has a name instead.</summary>
internal sealed partial class Recording(ProcessHome home)
{
    private readonly StringBuilder _text = new();

    /// <summary>Runs a command line whose words hold no space.</summary>
    public Task<CliResult> RunAsync(string line) => RunAsync(line.Split(' '));

    public async Task RunAllAsync(params string[] lines)
    {
        foreach (string line in lines)
        {
            await RunAsync(line);
        }
    }

    public async Task<CliResult> RunAsync(params string[] words)
    {
        CliResult result = await ProcessHome.RunAsync(words);
        _text.Append($"$ ssooidc {string.Join(' ', words)}\n{result.Output}");
        foreach (string line in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _text.Append($"2> {line}\n");
        }

        _text.Append($"=> {result.ExitCode}\n\n");
        return result;
    }

    public void Add(string title, string text) => _text.Append($"# {title}\n{text}\n\n");

    public override string ToString()
    {
        string text = _text
            .ToString()
            .Replace(ProcessHome.Home.Path, "HOME")
            .Replace(Environment.CurrentDirectory, "WORKING-DIRECTORY");
        text = Spaces().Replace(QrCode().Replace(text, "QR CODE\n"), "\n");
        text = Endpoint().Replace(text, "ENDPOINT");
        // No part of a longer number, such as the one of a start URL.
        text = Regex.Replace(
            text,
            $"(?<![0-9]){home.Emulator.BaseAddress.Port}(?![0-9])",
            "PORT",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        return Random().Replace(text, static match => Name(match.Value));
    }

    private static string Name(string random) =>
        random.Length switch
        {
            9 => "USER-CODE",
            16 or 25 => "TIME",
            20 when random[0] == 'A' => "ACCESS-KEY-ID",
            20 => "TIME",
            36 => "REQUEST-ID",
            _ => "SECRET",
        };

    [GeneratedRegex("((2> )?[█▀▄ ]{20,}\n)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QrCode();

    [GeneratedRegex(" +\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("http://127.0.0.1:[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endpoint();

    // 256 bits in base64url, UUIDs, times of every form, ids of access keys, user codes.
    [GeneratedRegex(
        "(?<![\\w-])[\\w-]{43}(?![\\w-])|\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
            + "|2\\d{3}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(Z|\\+00:00))?|ASIA[A-Z2-7]{16}|[B-Z]{4}-[B-Z]{4}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Random();
}
