namespace SsoOidc.Cli;

/// <summary>The scripts that let shells complete command lines of the tool. They ask it through its <c>[suggest]</c> directive.</summary>
internal static class CompletionScript
{
    public static string[] Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    public static string Read(string shell)
    {
        using Stream script = typeof(CompletionScript).Assembly.GetManifestResourceStream(
            $"{CommandLine.ToolName}.{shell}"
        )!;
        using StreamReader reader = new(script);
        return reader.ReadToEnd();
    }
}
