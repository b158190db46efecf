using System.Net;
using System.Text;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.S3;

/// <summary>Requests to S3 and their signatures as another client makes them.</summary>
public sealed class S3SignatureTests
{
    private const string Host = "https://bkt.s3.us-west-2.amazonaws.com";
    private const string Directory = "mybkt--usw2-az1--x-s3";
    private const string DirectoryHost = $"https://{Directory}.s3express-usw2-az1.us-west-2.amazonaws.com";
    private const string K = """{"Bucket": "bkt", "Key": "k"}""";

    private static readonly (string, object)[] None = [];

    private readonly RecordingHandler _handler = new();

    [Theory]
    [InlineData(
        "a b/é+~(1).txt",
        "/a%20b/%C3%A9%2B~%281%29.txt",
        "33c86c8746d9ad7fdebe14a015b481444dd8802d3db52eeca8ea8e9264820c00"
    )]
    [InlineData("a/../b//c", "/a/../b//c", "c455092b2297f4a308e69d7a43a3c4bddb381f6b5f19cc0af51266ccf0ae33d3")]
    public async Task Keys_are_encoded_once_and_never_normalized(string key, string path, string signature)
    {
        await Client().CallAsync("GetObject", $$"""{"Bucket": "bkt", "Key": "{{key}}"}""");

        AssertSent($"GET {Host}{path}", signature);
        Assert.Equal("ENABLED", _handler.Requests[0].Headers["x-amz-checksum-mode"]);
    }

    [Fact]
    public async Task The_checksum_of_a_stream_follows_it()
    {
        await Client().CallAsync("PutObject", K, Text());

        AssertSent($"PUT {Host}/k", "c68ac9a2762cece3fd2d8777f5d38f2d28fc5ab2f56529894a1f03ea954c91ad");
        Assert.Equal("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n", _handler.Requests[0].Body);
    }

    [Fact]
    public async Task A_checksum_of_the_caller_s_is_sent_as_it_is()
    {
        await Client().CallAsync("PutObject", """{"Bucket": "bkt", "Key": "k", "ChecksumCRC32": "DUoRhQ=="}""", Text());

        AssertSent($"PUT {Host}/k", "bd9a7791c15bca78aab1f8a4ecaf1f06da07aaaf813876a22a49f40f38cebd1b");
    }

    [Fact]
    public async Task Over_http_the_checksum_is_a_header_and_the_body_is_signed()
    {
        await Client([("ForcePathStyle", true)], options => options.Endpoint = new Uri("http://localhost:9000"))
            .CallAsync("PutObject", K, Text());

        AssertSent(
            "PUT http://localhost:9000/bkt/k",
            "5a7242f314c6081927882ba93ecda7b70179196a3f95dc9a26ff4129b3a1929f"
        );
    }

    [Fact]
    public async Task Where_no_checksum_is_required_none_is_sent()
    {
        await Client(None, options => options.RequestChecksumCalculation = ChecksumUse.WhenRequired)
            .CallAsync("PutObject", K, Text());

        AssertSent($"PUT {Host}/k", "60b1864666316dea61dff5e330279e048cb6f1b665fba5125df39b9d042082e7");
    }

    [Fact]
    public async Task A_stream_with_a_digest_is_not_signed()
    {
        await Client(None, options => options.RequestChecksumCalculation = ChecksumUse.WhenRequired)
            .CallAsync(
                "PutObject",
                """{"Bucket": "bkt", "Key": "k", "ContentMD5": "nUhNgKxUVnQkuPWvyxHXgg=="}""",
                new MemoryStream("x"u8.ToArray())
            );

        Assert.Equal("UNSIGNED-PAYLOAD", _handler.Requests[0].Headers["X-Amz-Content-Sha256"]);
        AssertSent($"PUT {Host}/k", "f2ff17904a3ec553ef72097f2c7b58d07b3c9ba2146e5306ab984c564ea176ba");
    }

    [Fact]
    public async Task A_line_break_in_a_key_survives_XML()
    {
        await Client().CallAsync("DeleteObjects", """{"Bucket": "bkt", "Delete": {"Objects": [{"Key": "a\rb"}]}}""");

        RecordingHandler.Request sent = _handler.Requests[0];
        Assert.Equal(
            """<Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Object><Key>a&#xD;b</Key></Object></Delete>""",
            sent.Body
        );
        Assert.Equal("D1rBvQ==", sent.Headers["x-amz-checksum-crc32"]);
        // The other client leaves the type of the content out.
        Assert.Equal(
            "2b137772d6fbf3aec0225bc18ba895e1a00ce065f5257ab981f61dcc6b6c6cc3",
            S3Signing.WithoutContentType(sent)
        );
    }

    [Fact]
    public async Task Members_become_a_query()
    {
        await Client()
            .CallAsync(
                "ListObjectsV2",
                """{"Bucket": "bkt", "Prefix": "a/ b", "Delimiter": "/", "EncodingType": "url"}"""
            );

        Assert.StartsWith($"{Host}/?list-type=2&", _handler.Requests[0].Uri.OriginalString);
        Assert.Equal(
            "5aa1f82a97d8ae389ee43468e79b8311c7eeb8817130db7ab714367de410f2de",
            _handler.Requests[0].Signature
        );
    }

    [Fact]
    public async Task A_bucket_in_the_path_ends_it()
    {
        await Client([("ForcePathStyle", true)]).CallAsync("GetBucketLocation", """{"Bucket": "bkt"}""");

        AssertSent(
            "GET https://s3.us-west-2.amazonaws.com/bkt?location",
            "b89f99c8db1654f7ecda632f0c272172e13603017a90b8da218df8e799ba1c49"
        );
    }

    [Fact]
    public async Task The_source_of_a_copy_is_encoded()
    {
        await Client()
            .CallAsync("CopyObject", """{"Bucket": "bkt", "Key": "k", "CopySource": "src/a b+é?versionId=v1"}""");

        AssertSent($"PUT {Host}/k", "b6a11c8cb3597315649bc45d400baa8019251e3acdbc8c71d05f79281a8b8caa");
        Assert.Equal("src/a%20b%2B%C3%A9?versionId=v1", _handler.Requests[0].Headers["x-amz-copy-source"]);
    }

    [Fact]
    public async Task A_customer_s_key_goes_with_its_digest()
    {
        string key = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('a', 32)));

        await Client()
            .CallAsync(
                "GetObject",
                $$"""{"Bucket": "bkt", "Key": "k", "SSECustomerAlgorithm": "AES256", "SSECustomerKey": "{{key}}"}"""
            );

        AssertSent($"GET {Host}/k", "96e187e17f675cbd968be4581db6d81aafd1db8f536a402da23d501c3b9bb7b6");
    }

    [Fact]
    public async Task Path_style_is_a_setting()
    {
        await Client([("ForcePathStyle", true)]).CallAsync("HeadObject", K);

        AssertSent(
            "HEAD https://s3.us-west-2.amazonaws.com/bkt/k",
            "159bacbb976439ab03ac6f1575f18fa4b551483e3ae1b79f019c599003bf463e"
        );
    }

    [Fact]
    public async Task Acceleration_is_a_setting()
    {
        await Client([("Accelerate", true)]).CallAsync("HeadObject", K);

        AssertSent(
            "HEAD https://bkt.s3-accelerate.amazonaws.com/k",
            "929251cb720e504d02bcd8b9b920af1da3dee8fab6ec27a2de513aef4705bb0a"
        );
    }

    [Theory]
    [InlineData(
        "arn:aws:s3:us-east-2:123456789012:accesspoint/myap",
        "https://myap-123456789012.s3-accesspoint.us-east-2.amazonaws.com/k",
        "ce8ae1ffb40be3278abd8076c3c11ae7c6d7c5edd1de17f22487db1c38f4c03a"
    )]
    [InlineData(
        "arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint/mybanner",
        "https://mybanner-123456789012.s3-object-lambda.us-west-2.amazonaws.com/k",
        "35d943b57dc4c94a08b9201e70f013f00c551d4923b21847e7fe4d54d0588bb8"
    )]
    public async Task An_access_point_takes_the_place_of_a_bucket(string bucket, string address, string signature)
    {
        await Client().CallAsync("HeadObject", $$"""{"Bucket": "{{bucket}}", "Key": "k"}""");

        AssertSent($"HEAD {address}", signature);
    }

    [Fact]
    public async Task A_multi_region_access_point_is_signed_with_SigV4a()
    {
        await Client()
            .CallAsync("HeadObject", """{"Bucket": "arn:aws:s3::123456789012:accesspoint:alias.mrap", "Key": "k"}""");

        RecordingHandler.Request sent = _handler.Requests[0];
        Assert.Equal("HEAD https://alias.mrap.accesspoint.s3-global.amazonaws.com/k", sent.Line);
        Assert.StartsWith("AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20240102/s3/", sent.Headers["Authorization"]);
        Assert.Equal("*", sent.Headers["X-Amz-Region-Set"]);
    }

    [Fact]
    public async Task Another_region_is_followed_where_the_caller_wants_it()
    {
        RecordingHandler handler = new(
            static () =>
            {
                HttpResponseMessage response = new(HttpStatusCode.MovedPermanently);
                response.Headers.Add("x-amz-bucket-region", "eu-central-1");
                return response;
            },
            static () => new HttpResponseMessage { Content = new ByteArrayContent([]) }
        );

        S3Code client = S3Code.Create(handler, None, static options => options.FollowRegionRedirects = true);
        await client.CallAsync("GetObject", K);
        await client.CallAsync("GetObject", K);

        Assert.Equal(
            [
                $"GET {Host}/k a5e48882374124cb2bb05922fbb4d7d297e41e962573c1e702f6e0db76ddd47d",
                "GET https://bkt.s3.eu-central-1.amazonaws.com/k ac9bddebb6a4f4211d5ca8832fc8ec1d98763800f6a06489f7f079dbed3d57ed",
                "GET https://bkt.s3.eu-central-1.amazonaws.com/k ac9bddebb6a4f4211d5ca8832fc8ec1d98763800f6a06489f7f079dbed3d57ed",
            ],
            handler.Requests.Select(static sent => $"{sent.Line} {sent.Signature}")
        );
    }

    [Fact]
    public async Task A_directory_bucket_is_accessed_in_a_session()
    {
        RecordingHandler handler = new(
            static () =>
                new HttpResponseMessage
                {
                    Content = new StringContent(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <CreateSessionResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Credentials>
                        <SessionToken>EXPTOK</SessionToken><SecretAccessKey>EXPSECRET</SecretAccessKey>
                        <AccessKeyId>EXPAKID</AccessKeyId><Expiration>2024-01-02T03:09:05Z</Expiration>
                        </Credentials></CreateSessionResult>
                        """
                    ),
                },
            static () => new HttpResponseMessage { Content = new ByteArrayContent([]) }
        );
        S3Code client = S3Code.Create(
            handler,
            None,
            static options =>
                options.Credentials = new AwsCredentials(
                    "AKIDEXAMPLE",
                    "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                    "TOK"
                )
        );

        await client.CallAsync("GetObject", $$"""{"Bucket": "{{Directory}}", "Key": "k"}""");
        await client.CallAsync("GetObject", $$"""{"Bucket": "{{Directory}}", "Key": "k"}""");

        Assert.Equal(
            [
                $"GET {DirectoryHost}/?session d2d2aabad16982dc20b013d7e301d074146556fb2dc28c7e14017da678c5ce4f",
                $"GET {DirectoryHost}/k 6728998f5faf964d6ea4ea5644c05069e589a670271530eea2de39c36694ae76",
                $"GET {DirectoryHost}/k 6728998f5faf964d6ea4ea5644c05069e589a670271530eea2de39c36694ae76",
            ],
            handler.Requests.Select(static sent => $"{sent.Line} {sent.Signature}")
        );
        Assert.Equal("EXPTOK", handler.Requests[1].Headers["x-amz-s3session-token"]);
    }

    [Fact]
    public async Task A_presigned_request_to_read_is_an_address()
    {
        PresignedRequest request = await Client()
            .PresignAsync("GetObject", """{"Bucket": "bkt", "Key": "a b.txt"}""", TimeSpan.FromSeconds(900));

        Assert.StartsWith($"{Host}/a%20b.txt?X-Amz-Algorithm=", request.Url.OriginalString);
        Assert.EndsWith(
            "&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=9540bdff7b8525cf735dcda820f063a78866528dec8fc4ad44f04a69f2e86dd0",
            request.Url.OriginalString
        );
        Assert.Empty(request.Headers);
    }

    [Fact]
    public async Task A_presigned_request_to_write_has_headers_that_the_sender_sends_too()
    {
        PresignedRequest request = await Client(
                None,
                static options => options.Endpoint = new Uri("https://s3.amazonaws.com")
            )
            .PresignAsync(
                "PutObject",
                """{"Bucket": "bkt", "Key": "a b.txt", "ContentType": "text/plain"}""",
                TimeSpan.FromSeconds(60)
            );

        Assert.StartsWith("https://bkt.s3.amazonaws.com/a%20b.txt?", request.Url.OriginalString);
        Assert.EndsWith(
            "&X-Amz-Signature=c62a234a71760686ea3b59522b5fadef4040babb7f1c541fc3a72c22d0899fe2",
            request.Url.OriginalString
        );
        Assert.Equal("text/plain", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_form_is_signed_by_its_policy()
    {
        PresignedPost post = await Client(
                None,
                static options =>
                    options.Credentials = new AwsCredentials(
                        "AKIDEXAMPLE",
                        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                        "TOK"
                    )
            )
            .PresignPostAsync(new PostPolicy { Bucket = "bkt", Key = "k" });

        Assert.Equal($"{Host}/", post.Url.OriginalString);
        Assert.Equal(
            [
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
        Assert.Equal("5017ba53e5436b581456d2323bfd1bbbe3202aac58d1ddd651cd0a50a79bb6c2", post.Fields[^1].Value);
    }

    private static MemoryStream Text() => new("hello world"u8.ToArray());

    private S3Code Client(
        IEnumerable<(string Name, object Value)>? settings = null,
        Action<ServiceClientOptions>? adjust = null
    ) => S3Code.Create(_handler, settings ?? None, adjust);

    private void AssertSent(string line, string signature)
    {
        RecordingHandler.Request sent = Assert.Single(_handler.Requests);
        Assert.Equal((line, signature), (sent.Line, sent.Signature));
    }
}
