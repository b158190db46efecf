using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SsoOidc;

/// <summary>Makes names in a directory durable (POSIX <c>fsync</c> of the directory): a renamed file survives a power cut under its new name.</summary>
internal static class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <summary>Does what the system can; a failure leaves what is there as it is. Windows writes names through its journal.</summary>
    public static void TryRun(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using SafeFileHandle handle = new(Open(directory, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            return;
        }

        try
        {
            RandomAccess.FlushToDisk(handle);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    // .NET opens no directories.
    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
