using System.Text;
using System.Text.RegularExpressions;

namespace SsoOidc.Tests.Emulator;

/// <summary>Responses as they came over the wire, with a name in place of what is made at random.</summary>
internal sealed partial class Transcript(EmulatorHarness harness)
{
    private readonly StringBuilder _text = new();

    public void Add(string title, EmulatorResponse response)
    {
        _text.Append($"=== {title}: {response.Status} {response.ContentType}\n");
        foreach (
            (string name, IEnumerable<string> values) in response.Headers.OrderBy(
                static header => header.Key,
                StringComparer.Ordinal
            )
        )
        {
            if (name != "Date")
            {
                _text.Append($"{name}: {string.Join(", ", values)}\n");
            }
        }

        _text.Append($"\n{response.Body}\n\n");
    }

    public override string ToString() =>
        Random().Replace(_text.ToString().Replace(harness.OwnOrigin, "ORIGIN"), static match => Name(match.Value));

    private static string Name(string random) =>
        random.Length switch
        {
            9 => "USER-CODE",
            20 => "ACCESS-KEY-ID",
            36 => "REQUEST-ID",
            > 43 => "ID-TOKEN",
            _ => "SECRET",
        };

    // 256 bits in base64url, unsecured JWTs, user codes, ids of access keys, UUIDs.
    [GeneratedRegex(
        "(?<![\\w-])[\\w-]{43}(?![\\w-])|\\beyJ[\\w-]+\\.[\\w-]+\\."
            + "|\\b([B-Z]{4}-[B-Z]{4}|ASIA[A-Z2-7]{16}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Random();
}
