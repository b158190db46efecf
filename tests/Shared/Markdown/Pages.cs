namespace SsoOidcGen.Testing;

/// <summary>The Markdown pages of the repository.</summary>
internal static class Pages
{
    private static readonly string[] s_folders = ["docs", "package", "src", ".github"];

    /// <summary>Paths below the repository's root, with <c>/</c> between folders.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.Root, "*.md")
            .Concat(
                s_folders
                    .Select(static folder => Path.Combine(Repository.Root, folder))
                    .Where(Directory.Exists)
                    .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            )
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(static page => !page.Contains("/obj/") && !page.Contains("/bin/"))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));

    public static IEnumerable<CodeBlock> Blocks(string page)
    {
        string[] lines = Read(page).ReplaceLineEndings("\n").Split('\n');
        string heading = "";
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimStart();
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#').Trim();
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                int indentation = lines[i].Length - line.Length;
                int end = Array.FindIndex(lines, i + 1, static text => text.Trim() == "```");
                IEnumerable<string> text = lines[(i + 1)..end]
                    .Select(body => body.Length > indentation ? body[indentation..] : "");
                yield return new CodeBlock(page, i + 2, heading, line[3..].Trim(), string.Join('\n', text));
                i = end;
            }
        }
    }
}
