using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>A file that holds a token, and is replaced from time to time: it is read anew whenever the token is needed.</summary>
internal static class TokenFile
{
    /// <param name="path">The file.</param>
    /// <param name="where">What names it, for messages.</param>
    /// <exception cref="CredentialsException">It cannot be read or is empty.</exception>
    public static string Read(string path, string where)
    {
        try
        {
            return BoundedFile.TryRead(path) is { } content
                ? Encoding.UTF8.GetString(content)
                : throw Unreadable(path, where, "there is no such file");
        }
        catch (FormatException exception)
        {
            throw Unreadable(path, where, exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, where, exception.Message.TrimEnd('.'), exception);
        }
    }

    private static CredentialsException Unreadable(
        string path,
        string where,
        string problem,
        Exception? cause = null
    ) =>
        new(
            $"The token file {path}, which {where} names, cannot be read: {problem}. Correct the path or its permissions.",
            cause
        );
}
