using System.Text;

namespace SsoOidc;

/// <summary>Reads as much HTTP/1.1 as the redirect of a browser takes (RFC 9112 §3).</summary>
internal static class RequestLine
{
    private const int MaxHeadBytes = 32 * 1024;

    /// <summary>The target of a GET request, whose head is read to its end; null for anything else.</summary>
    public static async Task<string?> ReadTargetAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] head = new byte[MaxHeadBytes];
        int length = 0;
        while (head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            int count =
                length == head.Length
                    ? 0
                    : await stream.ReadAsync(head.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            length += count;
        }

        string line = Encoding.ASCII.GetString(head, 0, head.AsSpan(0, length).IndexOf("\r\n"u8));
        return line.Split(' ') is ["GET", var target, "HTTP/1.1" or "HTTP/1.0"] ? target : null;
    }
}
