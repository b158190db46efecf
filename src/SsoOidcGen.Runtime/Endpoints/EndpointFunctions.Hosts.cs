using System.Buffers;

namespace SsoOidcGen.Runtime.CompilerServices;

public static partial class EndpointFunctions
{
    private const int MaxLabelLength = 63;
    private const int MinBucketLength = 3;

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    /// <summary>
    /// <c>isValidHostLabel</c>: 1 to 63 letters, digits and hyphens, with no hyphen at either end (RFC 1123 §2.1); with
    /// <paramref name="allowSubDomains"/> several such labels, joined by dots.
    /// </summary>
    public static bool IsValidHostLabel(string text, bool allowSubDomains)
    {
        ReadOnlySpan<char> rest = text;
        while (allowSubDomains && rest.IndexOf('.') is >= 0 and var dot)
        {
            if (!IsLabel(rest[..dot]))
            {
                return false;
            }

            rest = rest[(dot + 1)..];
        }

        return IsLabel(rest);
    }

    /// <summary>
    /// <c>aws.isVirtualHostableS3Bucket</c>: the bucket's name can be part of a host name: a lower-case label of at
    /// least 3 characters that is not an IPv4 address.
    /// </summary>
    public static bool IsVirtualHostableS3Bucket(string bucket, bool allowSubDomains) =>
        bucket.Length >= MinBucketLength
        && !bucket.AsSpan().ContainsAnyInRange('A', 'Z')
        && !IsIPv4(bucket)
        && IsValidHostLabel(bucket, allowSubDomains);

    private static bool IsLabel(ReadOnlySpan<char> label) =>
        label.Length is > 0 and <= MaxLabelLength
        && label[0] != '-'
        && label[^1] != '-'
        && !label.ContainsAnyExcept(LabelCharacters);

    private static bool IsIPv4(ReadOnlySpan<char> host)
    {
        int parts = 0;
        while (true)
        {
            int dot = host.IndexOf('.');
            ReadOnlySpan<char> part = dot < 0 ? host : host[..dot];
            if (part.Length is 0 or > 3 || part.ContainsAnyExceptInRange('0', '9') || int.Parse(part) > byte.MaxValue)
            {
                return false;
            }

            parts++;
            if (dot < 0)
            {
                return parts == 4;
            }

            host = host[(dot + 1)..];
        }
    }
}
