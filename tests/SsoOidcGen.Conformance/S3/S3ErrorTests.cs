using System.Net;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.S3;

/// <summary>Errors where others have none: behind the status of a success, and without a body.</summary>
public sealed class S3ErrorTests
{
    private const string Copy = """{"Bucket": "bkt", "Key": "k", "CopySource": "bkt/source"}""";
    private const string Copied =
        """<CopyObjectResult><ETag>"e"</ETag><LastModified>2024-01-02T03:04:05Z</LastModified></CopyObjectResult>""";

    [Theory]
    [InlineData("<Error><Code>InternalError</Code><Message>We failed.</Message></Error>", "InternalError")]
    [InlineData("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n   ", "500")]
    [InlineData("<CopyObjectResult><ETag>", "500")]
    public async Task A_success_that_is_none_is_retried_and_then_thrown(string body, string code)
    {
        RecordingHandler handler = new(() => Answer(body));

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() =>
            Client(handler).CallAsync("CopyObject", Copy)
        );

        Assert.Equal(
            (code, HttpStatusCode.InternalServerError, 2),
            (error.ErrorCode, error.StatusCode, error.Attempts)
        );
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_success_that_follows_is_the_output()
    {
        RecordingHandler handler = new(
            static () => Answer("<Error><Code>SlowDown</Code></Error>"),
            () => Answer(Copied)
        );

        await Client(handler).CallAsync("CopyObject", Copy);

        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_head_of_nothing_is_the_error_of_the_operation()
    {
        RecordingHandler handler = new(static () => new HttpResponseMessage(HttpStatusCode.NotFound));

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() =>
            Client(handler).CallAsync("HeadObject", """{"Bucket": "bkt", "Key": "k"}""")
        );

        Assert.Equal(("NoSuchKeyException", "NoSuchKey"), (error.GetType().Name, error.ErrorCode));
    }

    [Fact]
    public async Task Without_the_option_another_region_is_an_error()
    {
        RecordingHandler handler = new(static () =>
        {
            HttpResponseMessage response = new(HttpStatusCode.MovedPermanently);
            response.Headers.Add("x-amz-bucket-region", "eu-central-1");
            return response;
        });

        await Assert.ThrowsAnyAsync<ServiceException>(() =>
            Client(handler).CallAsync("GetObject", """{"Bucket": "bkt", "Key": "k"}""")
        );

        Assert.Single(handler.Requests);
    }

    private static HttpResponseMessage Answer(string body) => new() { Content = new StringContent(body) };

    private static S3Code Client(RecordingHandler handler) =>
        S3Code.Create(handler, [], static options => options.MaxAttempts = 2);
}
