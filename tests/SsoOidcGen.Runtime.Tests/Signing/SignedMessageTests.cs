namespace SsoOidcGen.Runtime.Tests.Signing;

/// <summary>Which headers and parameters a signature adds, and what becomes of those of an earlier attempt.</summary>
public sealed class SignedMessageTests
{
    private static readonly DateTimeOffset s_time = new(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(0));
    private static readonly AwsCredentials s_session = new("AKID", "secret", "token");
    private static readonly AwsCredentials s_plain = new("AKID", "secret");
    private static readonly string s_empty = PayloadHash.Of([]);

    [Fact]
    public void A_signature_adds_date_and_token()
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://h.example/a");

        new SigV4Signer().Sign(message, s_empty, s_session, new SigningScope("eu-west-1", "s"), s_time);

        Assert.Equal(["X-Amz-Date: 20240102T030405Z", "X-Amz-Security-Token: token"], Headers(message).Take(2));
        Assert.StartsWith(
            "Authorization: AWS4-HMAC-SHA256 Credential=AKID/20240102/eu-west-1/s/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=",
            Headers(message)[2]
        );
        Assert.Equal(3, Headers(message).Count);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    [InlineData(false, "UNSIGNED-PAYLOAD", true)]
    public void The_hash_of_the_body_is_sent_where_the_service_wants_it_or_it_is_none(
        bool sends,
        string? mark,
        bool isSent
    )
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://h.example/a");

        new SigV4Signer().Sign(
            message,
            mark ?? s_empty,
            s_plain,
            new SigningScope("eu-west-1", "s") { SendsPayloadHash = sends },
            s_time
        );

        Assert.Equal(
            isSent ? mark ?? s_empty : null,
            message.Headers.TryGetValues("X-Amz-Content-Sha256", out IEnumerable<string>? values)
                ? values.Single()
                : null
        );
    }

    [Fact]
    public void A_second_signature_takes_the_place_of_the_first()
    {
        using HttpRequestMessage again = new(HttpMethod.Get, "https://h.example/a");
        using HttpRequestMessage once = new(HttpMethod.Get, "https://h.example/a");
        SigningScope scope = new("eu-west-1", "s") { SendsPayloadHash = true };
        SigV4Signer signer = new();

        signer.Sign(again, "UNSIGNED-PAYLOAD", s_session, scope, s_time);
        signer.Sign(again, s_empty, s_plain, scope, s_time.AddDays(1));
        signer.Sign(once, s_empty, s_plain, scope, s_time.AddDays(1));

        Assert.Equal(Headers(once), Headers(again));
        Assert.Contains("Credential=AKID/20240103/", Headers(again)[^1]);
    }

    [Fact]
    public void A_set_of_regions_and_a_token_of_another_name_are_replaced_too()
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://h.example/a");
        SigV4aSigner signer = new();

        signer.Sign(message, s_empty, s_session, new SigningScope("*", "s") { TokenHeader = "X-Other" }, s_time);
        signer.Sign(message, s_empty, s_plain, new SigningScope("eu-*", "s") { TokenHeader = "X-Other" }, s_time);

        Assert.Equal(["X-Amz-Date: 20240102T030405Z", "X-Amz-Region-Set: eu-*"], Headers(message).Take(2));
        Assert.Equal(3, Headers(message).Count);
    }

    [Fact]
    public void An_address_is_presigned_with_everything_that_a_signature_needs()
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://h.example/a?b=c");
        message.Headers.Add("X-Tag", "t");

        new SigV4Signer().Presign(
            message,
            "UNSIGNED-PAYLOAD",
            s_session,
            new SigningScope("eu-west-1", "s") { TokenHeader = "X-Other-Token" },
            s_time,
            TimeSpan.FromSeconds(90.9)
        );

        Assert.StartsWith(
            "https://h.example/a?b=c&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20240102%2Feu-west-1%2Fs%2Faws4_request"
                + "&X-Amz-Date=20240102T030405Z&X-Amz-Expires=90&X-Amz-SignedHeaders=host%3Bx-tag&X-Other-Token=token&X-Amz-Signature=",
            message.RequestUri!.OriginalString
        );
        Assert.Equal(["X-Tag: t"], Headers(message));
        Assert.Equal(64, message.RequestUri.OriginalString.Split("X-Amz-Signature=")[1].Length);
    }

    [Fact]
    public void For_several_regions_the_set_is_a_parameter()
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://h.example/a");

        new SigV4aSigner().Presign(
            message,
            s_empty,
            s_plain,
            new SigningScope("eu-*", "s"),
            s_time,
            TimeSpan.FromHours(1)
        );

        Assert.StartsWith(
            "https://h.example/a?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKID%2F20240102%2Fs%2Faws4_request"
                + "&X-Amz-Date=20240102T030405Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Region-Set=eu-%2A&X-Amz-Signature=",
            message.RequestUri!.OriginalString
        );
    }

    [Theory]
    [InlineData("OTHER", "secret", "eu-west-1", "s", 0)]
    [InlineData("AKID", "other", "eu-west-1", "s", 0)]
    [InlineData("AKID", "secret", "eu-west-2", "s", 0)]
    [InlineData("AKID", "secret", "eu-west-1", "t", 0)]
    [InlineData("AKID", "secret", "eu-west-1", "s", 1)]
    public void A_key_is_kept_for_what_it_was_made_of_only(
        string id,
        string secret,
        string region,
        string service,
        int days
    )
    {
        SigV4Signer used = new();
        used.SignText("text", s_plain, new SigningScope("eu-west-1", "s"), s_time);
        AwsCredentials credentials = new(id, secret);
        SigningScope scope = new(region, service);

        Assert.Equal(
            new SigV4Signer().SignText("text", credentials, scope, s_time.AddDays(days)),
            used.SignText("text", credentials, scope, s_time.AddDays(days))
        );
        Assert.Equal(
            $"{s_time.AddDays(days):yyyyMMdd}/{region}/{service}/aws4_request",
            used.CredentialScope(credentials, scope, s_time.AddDays(days))
        );
    }

    private static List<string> Headers(HttpRequestMessage message) =>
        [.. message.Headers.NonValidated.Select(static header => $"{header.Key}: {header.Value}")];
}
