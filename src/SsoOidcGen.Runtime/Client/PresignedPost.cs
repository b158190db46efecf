using System.Net.Http.Headers;

namespace SsoOidcGen.Runtime;

/// <summary>A form that uploads an object to S3 without credentials until it expires.</summary>
public sealed class PresignedPost
{
    /// <summary>Where to send the form, as <c>multipart/form-data</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The fields of the form, in their order. The file goes last, in a field named <c>file</c>. Secrets for as long as they are valid.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>When the form ceases to be valid: at the end of its lifetime, or of the credentials that signed it.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>Makes the form, for an <see cref="HttpClient"/>.</summary>
    /// <param name="file">The content of the object.</param>
    /// <param name="fileName">The name of the file.</param>
    public MultipartFormDataContent ToContent(HttpContent file, string fileName = "file")
    {
        MultipartFormDataContent form = [];
        foreach ((string name, string value) in Fields)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        // Not by the overload with names: it adds filename*, which RFC 7578 §4.2 forbids, with the quotes in it.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"file\"",
            FileName = $"\"{fileName}\"",
        };
        form.Add(file);
        return form;
    }

    /// <summary>Address and expiration; no secret.</summary>
    public override string ToString() => $"POST {Url.GetLeftPart(UriPartial.Path)} until {Expiration:u}";
}
