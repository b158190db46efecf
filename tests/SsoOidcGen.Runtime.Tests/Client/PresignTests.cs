using System.Web;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class PresignTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ScriptedHandler _handler = new(ScriptedHandler.Answer(200, """{"text":"y"}"""));

    [Fact]
    public async Task The_address_holds_the_signature_and_nothing_is_sent()
    {
        PresignedRequest request = await Client(new("AKID", "secret", "token"))
            .PresignAsync(ProbeClient.SignedEcho, "x", Lifetime, TestContext.Current.CancellationToken);

        Assert.Empty(_handler.Sent);
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal(Now + Lifetime, request.Expiration);
        var query = HttpUtility.ParseQueryString(request.Url.Query);
        Assert.Equal(
            [
                "X-Amz-Algorithm",
                "X-Amz-Credential",
                "X-Amz-Date",
                "X-Amz-Expires",
                "X-Amz-SignedHeaders",
                "X-Amz-Security-Token",
                "X-Amz-Signature",
            ],
            query.AllKeys
        );
        Assert.Equal("AKID/20240102/eu-central-1/probe/aws4_request", query["X-Amz-Credential"]);
        Assert.Equal("900", query["X-Amz-Expires"]);
        Assert.Equal("content-type;host", query["X-Amz-SignedHeaders"]);
        Assert.DoesNotContain("X-Amz", request.ToString());
    }

    [Fact]
    public async Task Its_message_carries_the_signed_headers_and_body()
    {
        PresignedRequest request = await Client(new("AKID", "secret"))
            .PresignAsync(ProbeClient.SignedEcho, "x", Lifetime, TestContext.Current.CancellationToken);

        using HttpRequestMessage message = request.ToMessage();

        Assert.Equal("application/json", message.Content!.Headers.ContentType!.ToString());
        Assert.Equal(
            """{"text":"x"}""",
            await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_header_of_a_body_makes_one_where_there_is_none()
    {
        PresignedRequest request = new()
        {
            Method = HttpMethod.Put,
            Url = new Uri("https://probe.example/?X-Amz-Signature=s"),
            Headers = new Dictionary<string, string> { ["Content-Type"] = "text/plain", ["X-Amz-Tag"] = "a" },
            Expiration = Now,
        };

        using HttpRequestMessage message = request.ToMessage();

        Assert.Equal("text/plain", message.Content!.Headers.ContentType!.ToString());
        Assert.Empty(await message.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("a", Assert.Single(message.Headers.GetValues("X-Amz-Tag")));
    }

    [Fact]
    public async Task A_stream_is_left_to_the_sender()
    {
        PresignedRequest request = await Client(new("AKID", "secret"))
            .PresignAsync(
                ProbeClient.UnsignedBodyCopy,
                new MemoryStream([1, 2, 3]),
                Lifetime,
                TestContext.Current.CancellationToken
            );

        Assert.Null(request.Content);
        Assert.Empty(request.Headers);
    }

    /// <summary>The signature is botocore's for the same address, time and credentials.</summary>
    [Fact]
    public async Task A_form_becomes_the_query_of_a_GET_request()
    {
        PresignedRequest request = await Client(new("AKID", "secret"))
            .PresignAsync(ProbeClient.Form, "a b", Lifetime, TestContext.Current.CancellationToken);

        Assert.Equal(HttpMethod.Get, request.Method);
        Assert.Null(request.Content);
        Assert.Empty(request.Headers);
        Assert.Equal(
            "https://probe.eu-central-1.example/?Action=Echo&Version=2026-01-01&Text=a%20b"
                + "&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20240102%2Feu-central-1%2Fprobe%2Faws4_request"
                + "&X-Amz-Date=20240102T030405Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=6d505c62c8db8160eade47344c99aeba999f36c708efe35994d0308e52032b75",
            request.Url.OriginalString
        );
    }

    [Fact]
    public async Task It_is_valid_no_longer_than_its_credentials()
    {
        AwsCredentials credentials = new("AKID", "secret", "token") { Expiration = Now.AddMinutes(1) };

        PresignedRequest request = await Client(credentials)
            .PresignAsync(ProbeClient.SignedEcho, "x", Lifetime, TestContext.Current.CancellationToken);

        Assert.Equal(Now.AddMinutes(1), request.Expiration);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(604801)]
    public async Task A_lifetime_that_no_service_accepts_is_refused(int seconds) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await Client(new("AKID", "secret")).PresignAsync(ProbeClient.SignedEcho, "x", TimeSpan.FromSeconds(seconds))
        );

    [Fact]
    public async Task What_is_not_signed_cannot_be_presigned()
    {
        ProbeClient client = Client(new("AKID", "secret"));

        await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await client.PresignAsync(ProbeClient.Echo, "x", Lifetime)
        );
        await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await client.PresignAsync(ProbeClient.TokenEcho, "x", Lifetime)
        );
        await Assert.ThrowsAsync<RequestValidationException>(async () =>
            await client.PresignAsync(ProbeClient.SignedEcho, "", Lifetime)
        );
    }

    private ProbeClient Client(AwsCredentials credentials) =>
        new(
            new HttpClient(_handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Credentials = credentials,
                Environment = new AwsEnvironment(Path.GetTempPath()),
                TimeProvider = new FakeTimeProvider(Now),
            }
        );
}
