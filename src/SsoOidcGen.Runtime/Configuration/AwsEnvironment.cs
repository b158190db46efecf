using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The environment variables and home directory from which AWS settings are read.</summary>
/// <remarks>
/// <see cref="Process"/> is the running process's. Any other stands for itself: nothing of the machine shows through,
/// which makes tests and sandboxes independent of it.
/// </remarks>
public sealed class AwsEnvironment
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

    /// <summary>No variable and no file.</summary>
    internal static AwsEnvironment Empty { get; } = new("", static _ => null);

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
    /// <param name="path">The path as a user wrote it.</param>
    public string ExpandPath(string path)
    {
        string expanded = ExpandVariables(path);
        bool startsAtHome = expanded == "~" || expanded.StartsWith("~/", StringComparison.Ordinal);
        return startsAtHome ? HomeDirectory + expanded[1..] : expanded;
    }

    private string PathFrom(string variable, string fileName) =>
        Variable(variable) is { } path ? ExpandPath(path) : Path.Combine(HomeDirectory, ".aws", fileName);

    private string ExpandVariables(string path)
    {
        StringBuilder expanded = new();
        ReadOnlySpan<char> rest = path;
        while (rest.IndexOf('$') is >= 0 and var start)
        {
            expanded.Append(rest[..start]);
            rest = rest[start..];
            int length = ReadReference(rest, out ReadOnlySpan<char> name);
            string? value = name.IsEmpty ? null : Variable(name.ToString());
            expanded.Append(value ?? rest[..length]);
            rest = rest[length..];
        }

        return expanded.Append(rest).ToString();
    }

    /// <summary>Reads <c>$NAME</c> or <c>${NAME}</c>.</summary>
    /// <returns>Its length; 1 and no name when the dollar sign is just that.</returns>
    private static int ReadReference(ReadOnlySpan<char> text, out ReadOnlySpan<char> name)
    {
        name = default;
        if (text.StartsWith("${"))
        {
            int end = text.IndexOf('}');
            name = end < 0 ? default : text[2..end];
            return name.IsEmpty ? 1 : end + 1;
        }

        int length = 1;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '_'))
        {
            length++;
        }

        name = text[1..length];
        return length;
    }
}
