namespace SsoOidcGen.Runtime;

/// <summary>What an HTML form may upload to a bucket, and until when (Amazon S3 API Reference, "POST Policy").</summary>
public sealed record PostPolicy
{
    /// <summary>The bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The key of the object. At its end, <c>${filename}</c> stands for the name of the file that is uploaded.</summary>
    public required string Key { get; init; }

    /// <summary>How long the form can be sent, from one second to seven days. Default: one hour.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Further fields of the form, for example <c>Content-Type</c> or <c>acl</c>; the form must send them as they are here.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The smallest and largest number of bytes that may be uploaded; null: any number.</summary>
    public (long Minimum, long Maximum)? ContentLengthRange { get; init; }

    /// <summary>Fields that the sender fills in, by how their values have to begin; an empty text allows all.</summary>
    public IReadOnlyDictionary<string, string> Prefixes { get; init; } = new Dictionary<string, string>();
}
