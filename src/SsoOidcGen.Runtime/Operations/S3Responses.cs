using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What S3's responses have of their own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class S3Responses
{
    /// <summary>Whether the body of a success is an error: S3 begins some responses before it knows how they end.</summary>
    public static bool IsError(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return false;
        }

        try
        {
            return new Utf8XmlReader(body).Name.SequenceEqual("Error"u8);
        }
        catch (MalformedContentException)
        {
            return true;
        }
    }

    /// <summary>The region that a bucket is in, where an error says that the request went to another one; else null.</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    public static string? FindRegion(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(response);
        string? code = null;
        string? region = null;
        ReadError(body, ref code, ref region);
        bool isElsewhere =
            (int)response.StatusCode is 301 or 302 or 307 or 400
            || code is "PermanentRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException";
        string? found = ResponseHeaders.Get(response, "x-amz-bucket-region") ?? region;
        return isElsewhere && found is not null && RegionName.IsValid(found) ? found : null;
    }

    private static void ReadError(ReadOnlySpan<byte> body, ref string? code, ref string? region)
    {
        try
        {
            Utf8XmlReader reader = XmlText.ReaderOf(body);
            while (reader.NextMember(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("Code"u8))
                {
                    code = XmlValue.ReadString(ref reader);
                }
                else if (name.SequenceEqual("Region"u8))
                {
                    region = XmlValue.ReadString(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (MalformedContentException)
        {
            // The header may still say it.
        }
    }
}
