using System.Diagnostics;
using System.Text;

namespace SsoOidcGen.Testing;

/// <summary>What can stand where a small text file is expected.</summary>
internal static class HostileFile
{
    /// <summary>Whatever the content should be, these cannot be read at all.</summary>
    public static readonly string[] Unreadable =
    [
        "pipe",
        "link to a pipe",
        "endless device",
        "directory",
        "link to a directory",
        "link to nowhere",
        "link to itself",
        "3 GB",
    ];

    /// <summary>Contents that are no entry of a token cache.</summary>
    public static readonly string[] Damaged =
    [
        "nothing",
        "lone surrogate",
        "lone surrogate in a name",
        "lone surrogate in another tool's member",
        "invalid UTF-8",
        "invalid UTF-8 in a name",
        "same member twice",
        "same member twice inside",
        "too deep",
        "cut",
        "no object",
        "time that is none",
        "time of year 0",
        "number as token",
        "control characters as token",
        "host name as region",
    ];

    public static void Place(string kind, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        switch (kind)
        {
            case "pipe":
                MakePipe(path);
                break;
            case "link to a pipe":
                MakePipe(path + ".pipe");
                File.CreateSymbolicLink(path, path + ".pipe");
                break;
            case "endless device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "directory":
                Directory.CreateDirectory(path);
                break;
            case "link to a directory":
                File.CreateSymbolicLink(path, Path.GetDirectoryName(path)!);
                break;
            case "link to nowhere":
                File.CreateSymbolicLink(path, "nowhere");
                break;
            case "link to itself":
                File.CreateSymbolicLink(path, path);
                break;
            case "3 GB":
                using (FileStream file = File.Create(path))
                {
                    // A hole takes no room.
                    file.SetLength(3L << 30);
                }

                break;
            default:
                File.WriteAllBytes(path, Content(kind));
                break;
        }
    }

    /// <summary>Of a token whose secrets are <c>hostile-…</c>, in so far as it is legible.</summary>
    public static byte[] Content(string kind) =>
        kind switch
        {
            "nothing" => [],
            "lone surrogate" => Token(("startUrl", @"""\ud800""")),
            "lone surrogate in a name" => Token((@"\udc00", "1")),
            "lone surrogate in another tool's member" => Token(("other", @"{""x"": [""\ud800""]}")),
            "invalid UTF-8" => Token(("startUrl", "\"\u00ff\"")),
            "invalid UTF-8 in a name" => Token(("\u00ff", "1")),
            "same member twice" => Token(("accessToken", "\"hostile-2\"")),
            "same member twice inside" => Token(("other", """{"x": 1, "x": 2}""")),
            "too deep" => Token(("other", new string('[', 100) + new string(']', 100))),
            "cut" => Token()[..^1],
            "no object" => "[\"accessToken\"]"u8.ToArray(),
            "time that is none" => Replaced("2030-01-01T00:00:00Z", "soon"),
            "time of year 0" => Replaced("2030-01-01T00:00:00Z", "0000-00-00T00:00:00Z"),
            "number as token" => Replaced("\"hostile-token\"", "1"),
            "control characters as token" => Replaced("hostile-token", @"hostile-token\r\nx: \u001b[2J"),
            "host name as region" => Replaced("us-east-1", "evil.example/#"),
            "undamaged" => Token(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
        };

    private static byte[] Replaced(string old, string @new) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Token()).Replace(old, @new, StringComparison.Ordinal));

    private static byte[] Token(params (string Name, string Value)[] more) =>
        Encoding.Latin1.GetBytes(
            """{"region": "us-east-1", "accessToken": "hostile-token", "expiresAt": "2030-01-01T00:00:00Z", "refreshToken": "hostile-refresh" """
                + string.Concat(more.Select(member => $", \"{member.Name}\": {member.Value}"))
                + "}"
        );

    private static void MakePipe(string path)
    {
        using Process process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
    }
}
