using System.Text.Json;
using SsoOidcGen.Interop.Servers;

namespace SsoOidcGen.Interop;

/// <summary>Runs <c>s3.py</c>.</summary>
internal static class Boto3
{
    /// <returns>The lines that it prints.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        IServer server,
        string command,
        string bucket,
        IEnumerable<(string Key, string Text)> items
    )
    {
        string python = Programs.Require("/usr/bin/python3", "python3-boto3");
        using TempHome home = new();
        using ChildProcess process = ChildProcess.Start(
            home,
            [
                python,
                Path.Combine(AppContext.BaseDirectory, "Boto3", "s3.py"),
                server.Options.Endpoint!.OriginalString,
                command,
                bucket,
            ]
        );
        foreach ((string key, string text) in items)
        {
            await process.Input.WriteLineAsync(
                JsonSerializer.Serialize(new Dictionary<string, string> { ["key"] = key, ["text"] = text })
            );
        }

        process.Input.Close();
        CliResult result = await process.WaitAsync();
        if (result.Error.Contains("No module named 'boto3'", StringComparison.Ordinal))
        {
            throw Programs.Missing("boto3", "python3-boto3");
        }

        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static IEnumerable<string> Keys(string line) => JsonSerializer.Deserialize<string[]>(line)!;

    internal sealed record Item(string Key, string Text, string By)
    {
        public static Item Parse(string line)
        {
            Dictionary<string, string> item = JsonSerializer.Deserialize<Dictionary<string, string>>(line)!;
            return new Item(item["key"], item["text"], item["by"]);
        }
    }
}
