using System.Diagnostics;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Package.Tests;

/// <summary>Clones of what stands in the working tree, changes that are not committed included.</summary>
internal sealed class Checkout(string root)
{
    private const string Origin = "origin.git";

    /// <summary>Commits the working tree to a repository of its own: sources without history do as well.</summary>
    public async Task PrepareAsync()
    {
        await GitAsync("init", "--quiet", "--bare", Origin);
        string[] commit = ["commit", "--quiet", "--no-gpg-sign", "--message", "Snapshot"];
        foreach (
            string[] command in (string[][])
                [
                    ["add", "--all"],
                    commit,
                ]
        )
        {
            await GitAsync([
                "-c",
                "user.name=tests",
                "-c",
                "user.email=tests@example.org",
                "--git-dir",
                Origin,
                "--work-tree",
                Repository.Root,
                .. command,
            ]);
        }
    }

    /// <returns>The clone's folder.</returns>
    public async Task<string> CloneAsync(string name)
    {
        await GitAsync("clone", "--quiet", Origin, name);
        return Path.Combine(root, name);
    }

    private async Task GitAsync(params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("git", arguments)
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(
            process.ExitCode == 0,
            $"git {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{errors}"
        );
    }
}
