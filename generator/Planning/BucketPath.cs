using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>The path of S3's operations. Endpoint rules put the bucket into host or path; the model's path has it once more.</summary>
internal static class BucketPath
{
    private const string Parameter = "Bucket";

    /// <summary>The path without the bucket that it begins with; nothing when that is all.</summary>
    /// <param name="uri">Of an operation.</param>
    /// <param name="input">Its input, whose endpoint parameters are those that the rules ask for.</param>
    public static UriPattern Shorten(UriPattern uri, StructureShape? input) =>
        uri.Path.Count >= 2
        && uri.Path[0] is { IsLabel: false, Text: "/" }
        && uri.Path[1] is { IsLabel: true } label
        && input?.Members.Any(member =>
            member is { ContextParameter: Parameter, Location: MemberLocation.Label } && member.HttpName == label.Text
        ) == true
            ? uri with
            {
                Path = uri.Path.Skip(2).ToEquatableArray(),
            }
            : uri;
}
