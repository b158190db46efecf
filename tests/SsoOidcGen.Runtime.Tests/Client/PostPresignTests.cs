using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class PostPresignTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task A_policy_without_wishes_fixes_bucket_key_and_signature()
    {
        PresignedPost post = await PresignAsync(new PostPolicy { Bucket = "photos", Key = "me.png" });

        Assert.Equal("https://photos.s3.example/", post.Url.OriginalString);
        Assert.Equal(Now.AddHours(1), post.Expiration);
        Assert.Equal(
            """{"expiration": "2024-01-02T04:04:05Z", "conditions": [{"bucket": "photos"}, {"key": "me.png"}, """
                + """{"x-amz-algorithm": "AWS4-HMAC-SHA256"}, """
                + """{"x-amz-credential": "AKID/20240102/eu-central-1/s3/aws4_request"}, """
                + """{"x-amz-date": "20240102T030405Z"}]}""",
            PolicyOf(post)
        );
        string encoded = post.Fields.Single(static field => field.Key == "policy").Value;
        Assert.Equal(
            [
                "key: me.png",
                "x-amz-algorithm: AWS4-HMAC-SHA256",
                "x-amz-credential: AKID/20240102/eu-central-1/s3/aws4_request",
                "x-amz-date: 20240102T030405Z",
                $"policy: {encoded}",
                $"x-amz-signature: {Signature(encoded, "eu-central-1", "s3")}",
            ],
            post.Fields.Select(static field => $"{field.Key}: {field.Value}")
        );
    }

    [Fact]
    public async Task What_the_policy_asks_for_is_a_condition_and_fixed_fields_are_sent_too()
    {
        PostPolicy policy = new()
        {
            Bucket = "photos",
            Key = "user/${filename}",
            Lifetime = TimeSpan.FromMinutes(5),
            Fields = new Dictionary<string, string> { ["acl"] = "private", ["x-amz-meta-\"q\""] = "ü" },
            Prefixes = new Dictionary<string, string> { ["Content-Type"] = "image/" },
            ContentLengthRange = (1, 1_048_576),
        };

        PresignedPost post = await PresignAsync(policy, new("AKID", "secret", "token"));

        Assert.Equal(
            """{"expiration": "2024-01-02T03:09:05Z", "conditions": [{"acl": "private"}, """
                + """{"x-amz-meta-\u0022q\u0022": "\u00FC"}, ["starts-with", "$Content-Type", "image/"], """
                + """["content-length-range", 1, 1048576], {"bucket": "photos"}, ["starts-with", "$key", "user/"], """
                + """{"x-amz-algorithm": "AWS4-HMAC-SHA256"}, """
                + """{"x-amz-credential": "AKID/20240102/eu-central-1/s3/aws4_request"}, """
                + """{"x-amz-date": "20240102T030405Z"}, {"x-amz-security-token": "token"}]}""",
            PolicyOf(post)
        );
        Assert.Equal(
            [
                "acl",
                "x-amz-meta-\"q\"",
                "key",
                "x-amz-algorithm",
                "x-amz-credential",
                "x-amz-date",
                "x-amz-security-token",
                "policy",
                "x-amz-signature",
            ],
            post.Fields.Select(static field => field.Key)
        );
        Assert.Equal("user/${filename}", post.Fields[2].Value);
    }

    [Fact]
    public async Task No_policy_is_none() =>
        await Assert.ThrowsAsync<ArgumentNullException>("policy", () => PresignAsync(null!));

    [Fact]
    public async Task The_endpoint_says_in_which_region_and_for_which_service_it_is_signed()
    {
        PresignedPost post = await PresignAsync(
            new PostPolicy { Bucket = "outpost", Key = "k" },
            scheme: new EndpointAuthScheme("sigv4") { SigningName = "s3-outposts", SigningRegion = "us-west-2" }
        );

        Assert.Equal("AKID/20240102/us-west-2/s3-outposts/aws4_request", post.Fields[2].Value);
        Assert.Equal(Signature(post.Fields[^2].Value, "us-west-2", "s3-outposts"), post.Fields[^1].Value);
    }

    [Theory]
    [InlineData(3_599, 3_599)]
    [InlineData(3_601, 3_600)]
    public async Task It_is_valid_no_longer_than_its_credentials(int credentialsEnd, int expected)
    {
        AwsCredentials credentials = new("AKID", "secret", "token") { Expiration = Now.AddSeconds(credentialsEnd) };

        PresignedPost post = await PresignAsync(new PostPolicy { Bucket = "b", Key = "k" }, credentials);

        Assert.Equal(Now.AddSeconds(expected), post.Expiration);
    }

    [Theory]
    [InlineData(0.999, false)]
    [InlineData(1, true)]
    [InlineData(604_800, true)]
    [InlineData(604_800.001, false)]
    public async Task A_policy_is_valid_from_one_second_to_seven_days(double seconds, bool isAccepted)
    {
        PostPolicy policy = new()
        {
            Bucket = "b",
            Key = "k",
            Lifetime = TimeSpan.FromSeconds(seconds),
        };

        if (isAccepted)
        {
            Assert.Equal(Now + policy.Lifetime, (await PresignAsync(policy)).Expiration);
        }
        else
        {
            ArgumentOutOfRangeException error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
                PresignAsync(policy)
            );
            Assert.Equal("lifetime", error.ParamName);
        }
    }

    [Fact]
    public async Task Its_form_has_the_fields_in_order_and_the_file_last()
    {
        PresignedPost post = new()
        {
            Url = new Uri("https://photos.s3.example/?X=y"),
            Fields = [new("key", "me.png"), new("x-amz-signature", "s")],
            Expiration = Now,
        };
        using MultipartFormDataContent form = post.ToContent(new ByteArrayContent("bytes"u8.ToArray()));

        string boundary = form.Headers.ContentType!.Parameters.Single().Value!.Trim('"');
        Assert.Equal(
            $"""
            --{boundary}
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name="key"

            me.png
            --{boundary}
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name="x-amz-signature"

            s
            --{boundary}
            Content-Disposition: form-data; name="file"; filename="file"

            bytes
            --{boundary}--

            """.ReplaceLineEndings("\r\n"),
            await form.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("POST https://photos.s3.example/ until 2024-01-02 03:04:05Z", post.ToString());
    }

    private static async Task<PresignedPost> PresignAsync(
        PostPolicy policy,
        AwsCredentials? credentials = null,
        EndpointAuthScheme? scheme = null
    )
    {
        using PostClient client = new(
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Credentials = credentials ?? new AwsCredentials("AKID", "secret"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
                TimeProvider = new FakeTimeProvider(Now),
            },
            scheme
        );
        return await client.PresignAsync(policy);
    }

    private static string PolicyOf(PresignedPost post)
    {
        string policy = Encoding.UTF8.GetString(
            Convert.FromBase64String(post.Fields.Single(static field => field.Key == "policy").Value)
        );
        using JsonDocument document = JsonDocument.Parse(policy);
        return policy;
    }

    private static string Signature(string policy, string region, string service)
    {
        byte[] key = [.. "AWS4"u8, .. "secret"u8];
        foreach (string part in (string[])["20240102", region, service, "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(policy)));
    }

    private sealed class PostClient(ServiceClientOptions options, EndpointAuthScheme? scheme)
        : ServiceClient(Service(scheme), httpClient: null, options)
    {
        public ValueTask<PresignedPost> PresignAsync(PostPolicy policy) =>
            PresignFormAsync(policy, DefaultCredentialsChain.Instance, TestContext.Current.CancellationToken);

        private static ServiceDescription Service(EndpointAuthScheme? scheme) =>
            new()
            {
                ServiceId = "S3",
                ApiVersion = "2006-03-01",
                SigningName = "s3",
                ResolveEndpoint = context => new Endpoint($"https://{context.GetText("Bucket")}.s3.example")
                {
                    AuthSchemes = scheme is null ? [] : [scheme],
                },
                Errors = ErrorFormat.Xml,
                CreateException = static (in ErrorResponse _) => null,
            };
    }
}
