using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Keeps entries as files of a folder, by default the token cache of AWS CLI v2 and the AWS SDKs.</summary>
/// <remarks>
/// A write replaces the file atomically (written beside it, flushed, renamed, and the folder flushed), with mode 0600 in a folder of mode 0700;
/// on Windows the user profile's own access rights protect it. AWS CLI v2 empties a file before it writes it anew: what
/// looks unfinished is read again for a moment.
/// </remarks>
/// <param name="directory">The folder; null is <c>~/.aws/sso/cache</c>. It is made when first needed.</param>
/// <param name="timeProvider">Measures the wait for a lock or for an unfinished file; null is the system's clock.</param>
public sealed class FileTokenStore(string? directory = null, TimeProvider? timeProvider = null) : ITokenStore
{
    private const string Extension = ".json";
    private const int ReadsOfUnfinished = 5;
    private static readonly TimeSpan s_readPause = TimeSpan.FromMilliseconds(20);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>The folder.</summary>
    public string Directory { get; } =
        directory ?? Path.Combine(AwsEnvironment.Process.HomeDirectory, ".aws", "sso", "cache");

    /// <summary>The AWS CLI's cache of role credentials, <c>~/.aws/cli/cache</c>.</summary>
    /// <param name="environment">Says where <c>~</c> is; null for the running process.</param>
    public static FileTokenStore ForRoleCredentials(AwsEnvironment? environment = null) =>
        new(Path.Combine((environment ?? AwsEnvironment.Process).HomeDirectory, ".aws", "cli", "cache"));

    /// <summary>The token cache of AWS CLI v2 and the AWS SDKs, <c>~/.aws/sso/cache</c>.</summary>
    internal static FileTokenStore ForTokens(AwsEnvironment environment, TimeProvider timeProvider) =>
        new(Path.Combine(environment.HomeDirectory, ".aws", "sso", "cache"), timeProvider);

    /// <summary>A sentence about a folder that others can write to; null when it is the owner's alone, or not there.</summary>
    internal string? Exposure =>
        !OperatingSystem.IsWindows()
        && System.IO.Directory.Exists(Directory)
        && (File.GetUnixFileMode(Directory) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None
            ? $"Others can write to {Directory} and so replace what is cached there. Remove the write permission of group and others."
            : null;

    /// <summary>The file of an entry.</summary>
    /// <param name="name">The entry's name.</param>
    public string PathOf(string name) => Path.Combine(Directory, name + Extension);

    /// <summary>The names of all entries, those of other tools too, in order. An entry of that name need not be a file.</summary>
    public IReadOnlyList<string> List() =>
        System.IO.Directory.Exists(Directory)
            ?
            [
                .. System
                    .IO.Directory.EnumerateFileSystemEntries(Directory, "*" + Extension)
                    .Select(path => Path.GetFileNameWithoutExtension(path))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <inheritdoc/>
    public async ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        string path = PathOf(name);
        byte[]? content = Read(path);
        for (int reads = 1; reads < ReadsOfUnfinished && content is not null && !EndsLikeJson(content); reads++)
        {
            await Task.Delay(s_readPause, _timeProvider, cancellationToken).ConfigureAwait(false);
            content = Read(path);
        }

        return content;
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken = default
    ) => await AtomicFile.WriteAsync(PathOf(name), content, cancellationToken: cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IPreparedWrite> PrepareWriteAsync(
        string name,
        int size,
        CancellationToken cancellationToken = default
    ) =>
        await AtomicWrite
            .PrepareAsync(PathOf(name), size, AtomicFile.OwnerOnly, cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default)
    {
        AtomicFile.Delete(PathOf(name));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LockAsync(
        string name,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    ) =>
        await FileLock
            .AcquireAsync(Path.Combine(Directory, name + ".lock"), timeout, _timeProvider, cancellationToken)
            .ConfigureAwait(false);

    private static byte[]? Read(string path) =>
        BoundedFile.TryRead(path)
        ?? (
            new FileInfo(path).LinkTarget is { } target
                ? throw new FormatException($"it is a link to {target}, which does not exist")
                : null
        );

    private static bool EndsLikeJson(ReadOnlySpan<byte> content) => content.TrimEnd(" \r\n\t"u8).EndsWith("}"u8);
}
