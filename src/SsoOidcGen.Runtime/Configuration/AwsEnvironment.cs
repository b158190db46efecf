using System.Text.RegularExpressions;

namespace SsoOidcGen.Runtime;

/// <summary>The environment variables and home directory from which AWS settings are read.</summary>
/// <remarks>
/// <see cref="Process"/> is the running process's. Any other stands for itself: nothing of the machine shows through,
/// which makes tests and sandboxes independent of it.
/// </remarks>
public sealed partial class AwsEnvironment
{
    private readonly Func<string, string?> _variable;

    /// <summary>Makes an environment of its own.</summary>
    /// <param name="homeDirectory">What <c>~</c> stands for; <c>.aws/config</c> and <c>.aws/credentials</c> are looked for in it.</param>
    /// <param name="variables">The environment variables, for example <c>AWS_REGION</c>.</param>
    public AwsEnvironment(string homeDirectory, IReadOnlyDictionary<string, string>? variables = null)
        : this(homeDirectory, name => variables?.GetValueOrDefault(name)) { }

    private AwsEnvironment(string homeDirectory, Func<string, string?> variable)
    {
        HomeDirectory = homeDirectory;
        _variable = variable;
    }

    /// <summary>The environment of the running process, read at each use.</summary>
    public static AwsEnvironment Process { get; } =
        new(
            Environment.GetFolderPath(
                Environment.SpecialFolder.UserProfile,
                Environment.SpecialFolderOption.DoNotVerify
            ),
            Environment.GetEnvironmentVariable
        );

    /// <summary>The home directory of the user.</summary>
    public string HomeDirectory { get; }

    /// <summary>The shared config file: <c>AWS_CONFIG_FILE</c>, else <c>~/.aws/config</c>. It need not exist.</summary>
    public string ConfigFile => PathFrom("AWS_CONFIG_FILE", "config");

    /// <summary>The shared credentials file: <c>AWS_SHARED_CREDENTIALS_FILE</c>, else <c>~/.aws/credentials</c>. It need not exist.</summary>
    public string CredentialsFile => PathFrom("AWS_SHARED_CREDENTIALS_FILE", "credentials");

    /// <summary>An environment variable; null when it is not set or empty.</summary>
    /// <param name="name">The variable's name.</param>
    public string? Variable(string name) => _variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Replaces <c>$NAME</c>, <c>${NAME}</c> and a leading <c>~</c>; a variable that is not set stays as it is.</summary>
    /// <param name="path">The path as a person wrote it.</param>
    public string ExpandPath(string path)
    {
        string expanded = VariableReference()
            .Replace(path, match => Variable(match.Groups["name"].Value) ?? match.Value);
        bool startsAtHome = expanded == "~" || expanded.StartsWith("~/", StringComparison.Ordinal);
        return startsAtHome ? HomeDirectory + expanded[1..] : expanded;
    }

    private string PathFrom(string variable, string fileName) =>
        Variable(variable) is { } path ? ExpandPath(path) : Path.Combine(HomeDirectory, ".aws", fileName);

    [GeneratedRegex(
        @"\$(?:(?<name>\w+)|\{(?<name>[^}]+)\})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex VariableReference();
}
