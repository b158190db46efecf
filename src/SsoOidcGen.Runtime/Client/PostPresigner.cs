using System.Globalization;
using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Makes forms that upload to S3. Nothing is sent.</summary>
/// <remarks>Amazon S3 API Reference, "Authenticating Requests: Browser-Based Uploads Using POST".</remarks>
internal sealed class PostPresigner(ServiceDescription service, RequestBuilder builder)
{
    private const string FileName = "${filename}";
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public async ValueTask<PresignedPost> PresignAsync(
        PostPolicy policy,
        CredentialsChain chain,
        CancellationToken cancellationToken
    )
    {
        Lifetimes.Check(policy.Lifetime);
        AuthenticationSettings settings = builder.Authentication;
        Endpoint endpoint = builder.Targets.EndpointFor("Bucket", policy.Bucket);
        EndpointAuthScheme? scheme = endpoint.SchemeFor("sigv4");
        AwsCredentials credentials = await settings
            .CredentialsFrom(chain)
            .GetCredentialsAsync(cancellationToken)
            .ConfigureAwait(false);
        SigningScope scope = new(
            scheme?.SigningRegion ?? settings.RequireRegion(),
            scheme?.SigningName ?? service.SigningName!
        );
        DateTimeOffset now = builder.Clock.Now;
        string time = RequestSigner.Timestamp(now);
        List<KeyValuePair<string, string>> signed =
        [
            new("x-amz-algorithm", Algorithm),
            new(
                "x-amz-credential",
                $"{credentials.AccessKeyId}/{settings.Signer.CredentialScope(credentials, scope, now)}"
            ),
            new("x-amz-date", time),
        ];
        if (credentials.SessionToken is { } token)
        {
            signed.Add(new("x-amz-security-token", token));
        }

        DateTimeOffset end = now + policy.Lifetime;
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Write(policy, end, signed)));
        return new PresignedPost
        {
            Url = RequestTarget.Join(endpoint.Url, hostPrefix: null, ""),
            Fields =
            [
                .. policy.Fields,
                new("key", policy.Key),
                .. signed,
                new("policy", encoded),
                new("x-amz-signature", settings.Signer.SignText(encoded, credentials, scope, now)),
            ],
            Expiration = credentials.Expiration is { } expiration && expiration < end ? expiration : end,
        };
    }

    private static string Write(PostPolicy policy, DateTimeOffset end, List<KeyValuePair<string, string>> signed)
    {
        IEnumerable<string> conditions =
        [
            .. policy.Fields.Select(static field => Equal(field.Key, field.Value)),
            .. policy.Prefixes.Select(static field => StartsWith(field.Key, field.Value)),
            .. policy.ContentLengthRange is { } range
                ? [$"[\"content-length-range\", {BindingText.Of(range.Minimum)}, {BindingText.Of(range.Maximum)}]"]
                : Array.Empty<string>(),
            Equal("bucket", policy.Bucket),
            policy.Key.EndsWith(FileName, StringComparison.Ordinal)
                ? StartsWith("key", policy.Key[..^FileName.Length])
                : Equal("key", policy.Key),
            .. signed.Select(static field => Equal(field.Key, field.Value)),
        ];
        string expiration = end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$"""{"expiration": "{{expiration}}", "conditions": [{{string.Join(", ", conditions)}}]}""";
    }

    private static string Equal(string name, string value) => $"{{{Quoted(name)}: {Quoted(value)}}}";

    private static string StartsWith(string name, string prefix) =>
        $"[\"starts-with\", {Quoted("$" + name)}, {Quoted(prefix)}]";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
