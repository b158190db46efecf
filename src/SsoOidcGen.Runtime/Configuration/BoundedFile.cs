using Microsoft.Win32.SafeHandles;

namespace SsoOidcGen.Runtime;

/// <summary>Reads small files from locations where anything may stand instead: only regular files, and at most 1 MiB.</summary>
internal static class BoundedFile
{
    public const int MaxLength = 1024 * 1024;

    private const FileShare AnyShare = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Reads a file without getting in the way of a writer.</summary>
    /// <returns>The content; null when there is no such file, or only a link that leads nowhere.</returns>
    /// <exception cref="FormatException">It is not a regular file, or too long. The message is the rest of a sentence about it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading it is not permitted.</exception>
    public static byte[]? TryRead(string path)
    {
        try
        {
            return Read(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new FormatException("it is a directory");
        }

        // Opening a pipe for reading waits for a writer, and some devices have no end. They all have no length.
        if (!OperatingSystem.IsWindows() && LengthOf(path) == 0)
        {
            return IsSeekable(path) ? [] : throw new FormatException("it is a pipe or a device");
        }

        using SafeFileHandle file = File.OpenHandle(path, share: AnyShare);
        long length = RandomAccess.GetLength(file);
        return length <= MaxLength
            ? ReadUpTo(file, (int)length)
            : throw new FormatException($"it is larger than {MaxLength / 1024 / 1024} MiB");
    }

    private static long LengthOf(string path)
    {
        FileInfo file = new(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        return file.Exists ? file.Length : 0;
    }

    /// <summary>Opening a pipe for reading and writing does not wait for anyone.</summary>
    private static bool IsSeekable(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, AnyShare);
            return file.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            // Without a length there is nothing to read anyway.
            return true;
        }
    }

    /// <summary>A writer that is not atomic may cut the file meanwhile.</summary>
    private static byte[] ReadUpTo(SafeFileHandle file, int length)
    {
        byte[] content = new byte[length];
        int end = 0;
        while (end < length && RandomAccess.Read(file, content.AsSpan(end), end) is > 0 and var count)
        {
            end += count;
        }

        return content[..end];
    }
}
