using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class RequestChecksumTests
{
    [Theory]
    [InlineData("CRC64NVME", "x-amz-checksum-crc64nvme")]
    [InlineData("CRC32C", "x-amz-checksum-crc32c")]
    [InlineData("CRC32", "x-amz-checksum-crc32")]
    [InlineData("SHA1", "x-amz-checksum-sha1")]
    [InlineData("SHA256", "x-amz-checksum-sha256")]
    [InlineData("SHA512", "x-amz-checksum-sha512")]
    [InlineData("MD5", "x-amz-checksum-md5")]
    public async Task The_caller_chooses_the_algorithm(string name, string header)
    {
        Dictionary<string, string> headers = await AddAsync(
            new RequestChecksum { AlgorithmHeader = "X-Algorithm" },
            request =>
            {
                request.ChecksumWith(name);
                request.Body("hello world", "text/plain");
            },
            use: ChecksumUse.WhenRequired
        );

        Assert.Equal(name, headers["X-Algorithm"]);
        using Checksum checksum = ChecksumAlgorithm.Find(name)!.Create();
        checksum.Append("hello world"u8);
        Assert.Equal(checksum.CompleteAsBase64(), headers[header]);
    }

    [Fact]
    public async Task An_unknown_algorithm_names_the_known_ones()
    {
        RequestValidationException error = await Assert.ThrowsAsync<RequestValidationException>(() =>
            AddAsync(new RequestChecksum(), static request => request.ChecksumWith("XXHASH"))
        );

        Assert.Equal(
            [
                "Checksums of the algorithm XXHASH are not supported; choose one of CRC64NVME, CRC32C, CRC32, SHA1, SHA256, SHA512, MD5, or give the checksum itself",
            ],
            error.Errors
        );
    }

    [Theory]
    [InlineData(ChecksumUse.WhenSupported, false, true)]
    [InlineData(ChecksumUse.WhenRequired, true, true)]
    [InlineData(ChecksumUse.WhenRequired, false, false)]
    public async Task Without_a_choice_it_is_CRC32_where_one_is_wanted(ChecksumUse use, bool isRequired, bool isAdded)
    {
        Dictionary<string, string> headers = await AddAsync(
            new RequestChecksum { IsRequired = isRequired },
            static request => request.Body("hello world", "text/plain"),
            use: use
        );

        Assert.Equal(isAdded ? "DUoRhQ==" : null, headers.GetValueOrDefault("x-amz-checksum-crc32"));
    }

    [Theory]
    [InlineData("x-amz-checksum-sha1", true)]
    [InlineData("X-AMZ-CHECKSUM-OTHER", true)]
    [InlineData("x-amz-checksum-algorithm", false)]
    [InlineData("x-amz-checksum-mode", false)]
    [InlineData("x-amz-checksum-type", false)]
    [InlineData("x-amz-other", false)]
    public async Task A_checksum_that_the_caller_gives_is_the_only_one(string header, bool counts)
    {
        Dictionary<string, string> headers = await AddAsync(
            new RequestChecksum { IsRequired = true },
            request =>
            {
                request.Header(header, "given");
                request.Body("hello world", "text/plain");
            }
        );

        Assert.Equal("given", headers[header]);
        Assert.Equal(!counts, headers.ContainsKey("x-amz-checksum-crc32"));
    }

    [Fact]
    public async Task A_header_of_the_caller_s_with_the_algorithm_stays()
    {
        Dictionary<string, string> headers = await AddAsync(
            new RequestChecksum { IsRequired = true, AlgorithmHeader = "X-Algorithm" },
            static request => request.Header("x-algorithm", "MINE")
        );

        Assert.Equal("MINE", headers["x-algorithm"]);
        Assert.Equal("AAAAAA==", headers["x-amz-checksum-crc32"]);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task A_stream_goes_in_chunks_unless_it_can_be_read_ahead(
        bool isEncrypted,
        bool canSeek,
        bool isChunked
    )
    {
        Dictionary<string, string> headers = await AddAsync(
            new RequestChecksum { IsRequired = true },
            request =>
            {
                request.Header("Content-Length", "11");
                request.Body(new Probe(canSeek), "text/plain");
            },
            isEncrypted
        );

        Assert.Equal(isChunked ? "aws-chunked" : null, headers.GetValueOrDefault("Content-Encoding"));
        Assert.Equal(isChunked ? "11" : null, headers.GetValueOrDefault("X-Amz-Decoded-Content-Length"));
        Assert.Equal(isChunked ? "x-amz-checksum-crc32" : null, headers.GetValueOrDefault("X-Amz-Trailer"));
        Assert.Equal(isChunked ? null : "DUoRhQ==", headers.GetValueOrDefault("x-amz-checksum-crc32"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-11")]
    [InlineData("many")]
    public async Task The_length_of_what_cannot_seek_has_to_be_known(string? length)
    {
        RequestValidationException error = await Assert.ThrowsAsync<RequestValidationException>(() =>
            AddAsync(
                new RequestChecksum { IsRequired = true },
                request =>
                {
                    request.Header("Content-Length", length);
                    request.Body(new Probe(canSeek: false), "text/plain");
                }
            )
        );

        Assert.Equal(
            ["The length of the body has to be known: give a stream that can seek, or the length beside the stream"],
            error.Errors
        );
    }

    [Theory]
    [InlineData(ChecksumUse.WhenSupported, null, "ENABLED")]
    [InlineData(ChecksumUse.WhenSupported, "MINE", "MINE")]
    [InlineData(ChecksumUse.WhenRequired, null, null)]
    public void A_checksum_of_the_response_is_asked_for(ChecksumUse use, string? given, string? expected)
    {
        RequestWriter request = RequestWriter.Rent(static () => "");
        request.Header("x-mode", given);

        new ResponseChecksum { ModeHeader = "X-Mode" }.AskFor(request, use);

        Assert.Equal(expected, request.SentHeaders.Take("X-Mode"));
        Assert.Null(request.SentHeaders.Take("X-Mode"));
        request.Return(bodyInUse: false);
    }

    private static async Task<Dictionary<string, string>> AddAsync(
        RequestChecksum checksum,
        Action<RequestWriter> write,
        bool isEncrypted = true,
        ChecksumUse use = ChecksumUse.WhenSupported
    )
    {
        RequestWriter request = RequestWriter.Rent(static () => "");
        write(request);
        request.SentBody.Complete();
        await checksum.AddAsync("Call", request, isEncrypted, use, TestContext.Current.CancellationToken);
        using HttpRequestMessage message = new(HttpMethod.Put, "https://probe.example/");
        request.CopyTo(message);
        return message
            .Headers.Concat(message.Content?.Headers.AsEnumerable() ?? [])
            .Where(static header => header.Key != "Content-Length")
            .ToDictionary(
                static header => header.Key,
                static header => string.Join(",", header.Value),
                StringComparer.OrdinalIgnoreCase
            );
    }

    private sealed class Probe(bool canSeek) : MemoryStream(Encoding.UTF8.GetBytes("hello world"))
    {
        public override bool CanSeek => canSeek;
    }
}
