using System.Security.Cryptography;
using System.Text;
using SsoOidcGen.Interop.S3;
using SsoOidcGen.Interop.Servers;

namespace SsoOidcGen.Interop.Clients;

/// <summary>S3 (restXml) as <c>s3rver</c>, <c>fauxqs</c> and Ceph's <c>radosgw</c> serve it. Only the last one checks signatures.</summary>
public sealed class S3Tests(RadosGateway gateway) : IClassFixture<RadosGateway>
{
    /// <summary>The gateway serves all tests.</summary>
    private readonly string _bucket = $"bucket-{Guid.NewGuid()}";

    /// <summary>What addresses tend to change on their way.</summary>
    private static readonly string[] OddKeys =
    [
        "with space",
        "plus+and%25percent",
        "a//b",
        "a/../b/./c",
        "Grüße/😀",
        "q?x=1&y=2#z",
        "~tilde(1)'!*.txt",
    ];

    public static TheoryData<string> Servers => ["s3rver", "fauxqs", RadosGateway.Name];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task An_object_is_written_read_copied_and_deleted(string package)
    {
        using IServer server = await StartAsync(package);
        using S3Client client = await ClientOfAsync(server);
        byte[] content = Encoding.UTF8.GetBytes("hello world");

        PutObjectResponse put = await client.PutObjectAsync(
            new PutObjectRequest
            {
                Bucket = _bucket,
                Key = "folder/k",
                Body = new MemoryStream(content),
                ContentType = "text/plain",
                Metadata = new Dictionary<string, string> { ["owner"] = "me" },
            },
            Cancellation
        );
        HeadObjectResponse head = await client.HeadObjectAsync(
            new HeadObjectRequest { Bucket = _bucket, Key = "folder/k" },
            Cancellation
        );

        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"", put.ETag);
        Assert.Equal((put.ETag, 11, "text/plain"), (head.ETag, head.ContentLength, head.ContentType));
        Assert.Equal("me", head.Metadata["owner"]);
        Assert.Equal("hello world", await ReadAsync(client, "folder/k"));
        Assert.Equal("world", await ReadAsync(client, "folder/k", range: "bytes=6-10"));

        CopyObjectResponse copy = await client.CopyObjectAsync(
            new CopyObjectRequest
            {
                Bucket = _bucket,
                Key = "copy",
                CopySource = $"{_bucket}/folder/k",
            },
            Cancellation
        );
        // Ceph leaves the quotes out here.
        Assert.Equal(put.ETag!.Trim('"'), copy.CopyObjectResult!.ETag!.Trim('"'));
        Assert.Equal("hello world", await ReadAsync(client, "copy"));

        await client.DeleteObjectAsync(new DeleteObjectRequest { Bucket = _bucket, Key = "copy" }, Cancellation);
        NoSuchKeyException missing = await Assert.ThrowsAsync<NoSuchKeyException>(() => ReadAsync(client, "copy"));
        Assert.Equal("NoSuchKey", missing.ErrorCode);
        await Assert.ThrowsAsync<NoSuchKeyException>(() =>
            client.HeadObjectAsync(new HeadObjectRequest { Bucket = _bucket, Key = "copy" }, Cancellation)
        );
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Keys_of_any_kind_are_listed_and_deleted_at_once(string package)
    {
        using IServer server = await StartAsync(package);
        using S3Client client = await ClientOfAsync(server);
        string[] keys = KeysFor(package);
        foreach (string key in keys)
        {
            await PutAsync(client, key, key);
        }

        List<string?> listed = [];
        await foreach (
            S3.Object item in client
                .ListObjectsV2ItemsAsync(new ListObjectsV2Request { Bucket = _bucket })
                .WithCancellation(Cancellation)
        )
        {
            listed.Add(item.Key);
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        foreach (string key in keys)
        {
            Assert.Equal(key, await ReadAsync(client, key));
        }

        DeleteObjectsResponse deleted = await client.DeleteObjectsAsync(
            new DeleteObjectsRequest
            {
                Bucket = _bucket,
                Delete = new Delete { Objects = [.. keys.Select(static key => new ObjectIdentifier { Key = key })] },
            },
            Cancellation
        );
        Assert.Empty(deleted.Errors);
        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            deleted.Deleted.Select(static item => item.Key).Order(StringComparer.Ordinal)
        );
        ListObjectsV2Response empty = await client.ListObjectsV2Async(
            new ListObjectsV2Request { Bucket = _bucket },
            Cancellation
        );
        Assert.Empty(empty.Contents);
    }

    // The other server encrypts its tokens with DES, which OpenSSL 3 no longer does.
    [Theory]
    [InlineData("fauxqs")]
    [InlineData(RadosGateway.Name)]
    public async Task A_list_comes_in_pages(string package)
    {
        using IServer server = await StartAsync(package);
        using S3Client client = await ClientOfAsync(server);
        string[] keys = [.. Enumerable.Range(0, 5).Select(static number => $"item-{number}")];
        foreach (string key in keys)
        {
            await PutAsync(client, key, key);
        }

        List<int> sizes = [];
        List<string?> listed = [];
        await foreach (
            ListObjectsV2Response page in client
                .ListObjectsV2PagesAsync(new ListObjectsV2Request { Bucket = _bucket, MaxKeys = 2 })
                .WithCancellation(Cancellation)
        )
        {
            sizes.Add(page.Contents.Count);
            listed.AddRange(page.Contents.Select(static item => item.Key));
        }

        Assert.Equal([2, 2, 1], sizes);
        Assert.Equal(keys, listed);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_large_object_is_stored_in_parts(string package)
    {
        using IServer server = await StartAsync(package);
        using S3Client client = await ClientOfAsync(server);
        byte[] content = RandomNumberGenerator.GetBytes(11 * 1024 * 1024);
        const int PartSize = 5 * 1024 * 1024;
        CreateMultipartUploadResponse upload = await client.CreateMultipartUploadAsync(
            new CreateMultipartUploadRequest
            {
                Bucket = _bucket,
                Key = "large",
                ChecksumAlgorithm = new ChecksumAlgorithm("CRC32C"),
            },
            Cancellation
        );
        List<CompletedPart> parts = [];
        for (int offset = 0; offset < content.Length; offset += PartSize)
        {
            int length = Math.Min(PartSize, content.Length - offset);
            UploadPartResponse part = await client.UploadPartAsync(
                new UploadPartRequest
                {
                    Bucket = _bucket,
                    Key = "large",
                    UploadId = upload.UploadId!,
                    PartNumber = parts.Count + 1,
                    Body = new MemoryStream(content, offset, length),
                    ChecksumAlgorithm = new ChecksumAlgorithm("CRC32C"),
                },
                Cancellation
            );
            parts.Add(
                new CompletedPart
                {
                    PartNumber = parts.Count + 1,
                    ETag = part.ETag,
                    ChecksumCRC32C = part.ChecksumCRC32C,
                }
            );
        }

        await client.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest
            {
                Bucket = _bucket,
                Key = "large",
                UploadId = upload.UploadId!,
                MultipartUpload = new CompletedMultipartUpload { Parts = parts },
            },
            Cancellation
        );

        using GetObjectResponse stored = await client.GetObjectAsync(
            new GetObjectRequest { Bucket = _bucket, Key = "large" },
            Cancellation
        );
        byte[] hash = await SHA256.HashDataAsync(stored.Body!, Cancellation);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(content)), Convert.ToHexString(hash));
    }

    [Theory]
    [InlineData("fauxqs")]
    [InlineData(RadosGateway.Name)]
    public async Task A_stream_that_is_read_once_is_signed_chunk_by_chunk(string package)
    {
        using IServer server = await StartAsync(package);
        // Ceph takes no checksum behind a stream before version 19.
        using S3Client client = await ClientOfAsync(
            server,
            package == RadosGateway.Name ? ChecksumUse.WhenRequired : null
        );
        byte[] content = RandomNumberGenerator.GetBytes(300_000);

        await client.PutObjectAsync(
            new PutObjectRequest
            {
                Bucket = _bucket,
                Key = "k",
                Body = new ForwardStream(content),
                ContentLength = content.Length,
            },
            Cancellation
        );

        using GetObjectResponse stored = await client.GetObjectAsync(
            new GetObjectRequest { Bucket = _bucket, Key = "k" },
            Cancellation
        );
        using MemoryStream read = new();
        await stored.Body!.CopyToAsync(read, Cancellation);
        Assert.Equal(content, read.ToArray());
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_presigned_request_needs_no_client(string package)
    {
        using IServer server = await StartAsync(package);
        using S3Client client = await ClientOfAsync(server);
        using HttpClient http = new();

        PresignedRequest put = await client.PresignAsync(
            S3Client.Operations.PutObject,
            new PutObjectRequest
            {
                Bucket = _bucket,
                Key = "a b+c",
                ContentType = "text/plain",
            },
            TimeSpan.FromMinutes(5),
            Cancellation
        );
        using HttpRequestMessage message = put.ToMessage(new StringContent("hello world"));
        using HttpResponseMessage stored = await http.SendAsync(message, Cancellation);
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync(Cancellation));

        PresignedRequest get = await client.PresignAsync(
            S3Client.Operations.GetObject,
            new GetObjectRequest { Bucket = _bucket, Key = "a b+c" },
            TimeSpan.FromMinutes(5),
            Cancellation
        );
        Assert.Equal("hello world", await http.GetStringAsync(get.Url, Cancellation));
    }

    [Fact]
    public async Task A_signature_with_another_key_is_refused()
    {
        using IServer server = await gateway.UseAsync();
        using S3Client client = new(
            new S3ClientOptions
            {
                Region = server.Options.Region,
                Endpoint = server.Options.Endpoint,
                Credentials = new AwsCredentials("AKIDEXAMPLE", "another secret"),
                Environment = server.Options.Environment,
                ForcePathStyle = true,
            }
        );

        S3Exception error = await Assert.ThrowsAsync<S3Exception>(() =>
            client.ListBucketsAsync(new ListBucketsRequest(), Cancellation)
        );

        Assert.Equal("SignatureDoesNotMatch", error.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Boto3_reads_what_was_written_here_and_the_other_way_round(string package)
    {
        using IServer server = await StartAsync(package);
        using S3Client client = await ClientOfAsync(server);
        string[] keys = KeysFor(package);
        foreach (string key in keys)
        {
            await PutAsync(client, "ours/" + key, $"ours: {key}");
        }

        string[] ours = [.. keys.Select(static key => "ours/" + key)];
        string[] theirs = [.. keys.Select(static key => "theirs/" + key)];
        await Boto3.RunAsync(server, "put", _bucket, theirs.Select(static key => (key, "theirs: " + key)));
        IReadOnlyList<string> read = await Boto3.RunAsync(server, "get", _bucket, ours.Select(static key => (key, "")));

        Assert.Equal(
            ours.Select((key, index) => new Boto3.Item(key, $"ours: {keys[index]}", "here")),
            read.SkipLast(1).Select(Boto3.Item.Parse)
        );
        foreach (string key in theirs)
        {
            Assert.Equal("theirs: " + key, await ReadAsync(client, key));
        }

        Assert.Equal(ours.Concat(theirs).Order(StringComparer.Ordinal), Boto3.Keys(read[^1]));
    }

    private async Task<IServer> StartAsync(string server) =>
        server == RadosGateway.Name ? await gateway.UseAsync() : await NodeServer.StartAsync(server);

    /// <summary>The routes of <c>s3rver</c> take a key apart at its slashes, and find none for an empty piece.</summary>
    private static string[] KeysFor(string package) =>
        package == "s3rver" ? [.. OddKeys.Where(static key => !key.Contains("//") && !key.Contains("/../"))] : OddKeys;

    private async Task<S3Client> ClientOfAsync(IServer server, ChecksumUse? checksums = null)
    {
        S3Client client = new(
            new S3ClientOptions
            {
                Region = server.Options.Region,
                Endpoint = server.Options.Endpoint,
                Credentials = server.Options.Credentials,
                Environment = server.Options.Environment,
                RequestChecksumCalculation = checksums,
                ForcePathStyle = true,
            }
        );
        await client.CreateBucketAsync(new CreateBucketRequest { Bucket = _bucket }, Cancellation);
        await client.WaitUntilBucketExistsAsync(
            new HeadBucketRequest { Bucket = _bucket },
            cancellationToken: Cancellation
        );
        ListBucketsResponse buckets = await client.ListBucketsAsync(new ListBucketsRequest(), Cancellation);
        Assert.Contains(_bucket, buckets.Buckets.Select(static bucket => bucket.Name));
        return client;
    }

    private Task<PutObjectResponse> PutAsync(S3Client client, string key, string text) =>
        client.PutObjectAsync(
            new PutObjectRequest
            {
                Bucket = _bucket,
                Key = key,
                Body = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                Metadata = new Dictionary<string, string> { ["by"] = "here" },
            },
            Cancellation
        );

    private async Task<string> ReadAsync(S3Client client, string key, string? range = null)
    {
        using GetObjectResponse response = await client.GetObjectAsync(
            new GetObjectRequest
            {
                Bucket = _bucket,
                Key = key,
                Range = range,
            },
            Cancellation
        );
        using StreamReader reader = new(response.Body!);
        return await reader.ReadToEndAsync(Cancellation);
    }

    /// <summary>Can be read once.</summary>
    private sealed class ForwardStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
