using Microsoft.Extensions.Time.Testing;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

/// <summary>What is wrong with a signature before it is computed, in the order in which it is looked for.</summary>
public sealed class SigV4VerifierTests
{
    private const string Headers = "host;x-amz-date";
    private static readonly string s_digits = new('0', 64);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Theory]
    [InlineData("Bearer x", "The Authorization header is not that of an AWS4-HMAC-SHA256 signature")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=AKIA",
        "The Authorization header is not that of an AWS4-HMAC-SHA256 signature"
    )]
    [InlineData("%host", "The signature does not cover the header x-amz-date")]
    [InlineData("%x-amz-date", "The signature does not cover the header host")]
    public void An_incomplete_signature_says_what_is_missing(string authorization, string message)
    {
        string header = authorization[0] == '%' ? Authorization(headers: authorization[1..]) : authorization;

        AssertRefused(Verify(header, "20260102T030405Z"), 400, "IncompleteSignatureException", message);
    }

    [Fact]
    public void A_request_without_a_signature_is_refused() =>
        AssertRefused(
            Verify(authorization: null, "20260102T030405Z"),
            403,
            "MissingAuthenticationTokenException",
            "The request is not signed"
        );

    [Theory]
    [InlineData(null)]
    [InlineData("2026-01-02T03:04:05Z")]
    public void A_date_that_cannot_be_read_is_named(string? date) =>
        AssertRefused(
            Verify(Authorization(headers: date is null ? "host" : Headers), date),
            400,
            "IncompleteSignatureException",
            "The header x-amz-date is missing or not of the form yyyyMMddTHHmmssZ"
        );

    [Theory]
    [InlineData("sso", "20260102", "20260102T030405Z", "The signature is for sso, not for sso-oauth")]
    [InlineData("sso-oauth", "20260101", "20260102T030405Z", "The signature is for another day than x-amz-date")]
    [InlineData("sso-oauth", "20260102", "20260102T025904Z", "The signature has expired, or the clocks differ")]
    [InlineData("sso-oauth", "20260102", "20260102T030906Z", "The signature has expired, or the clocks differ")]
    public void A_signature_of_another_time_or_service_is_invalid(
        string service,
        string day,
        string date,
        string message
    ) => AssertRefused(Verify(Authorization(service, day), date), 403, "InvalidSignatureException", message);

    [Theory]
    [InlineData("20260102T025905Z")]
    [InlineData("20260102T030905Z")]
    public void Five_minutes_either_way_are_allowed(string date) =>
        AssertRefused(
            Verify(Authorization(), date),
            403,
            "InvalidSignatureException",
            "The signature does not match the request"
        );

    [Fact]
    public void A_key_that_nobody_has_is_not_recognized() =>
        AssertRefused(
            Verify(Authorization(key: "AKIANOBODY"), "20260102T030405Z"),
            403,
            "UnrecognizedClientException",
            "The access key or its session token is not valid"
        );

    [Fact]
    public void The_content_type_is_covered_where_there_is_one() =>
        AssertRefused(
            Verify(Authorization(), "20260102T030405Z", ("Content-Type", "application/json")),
            400,
            "IncompleteSignatureException",
            "The signature does not cover the header content-type"
        );

    private static string Authorization(
        string service = "sso-oauth",
        string day = "20260102",
        string headers = Headers,
        string key = "AKIAIOSFODNN7EXAMPLE"
    ) =>
        $"AWS4-HMAC-SHA256 Credential={key}/{day}/us-east-1/{service}/aws4_request, SignedHeaders={headers}, Signature={s_digits}";

    private ProtocolException Verify(string? authorization, string? date, params (string, string)[] more)
    {
        List<(string Name, string Value)> headers = [("Host", "localhost"), .. more];
        if (authorization is not null)
        {
            headers.Add(("Authorization", authorization));
        }

        if (date is not null)
        {
            headers.Add(("X-Amz-Date", date));
        }

        EmulatorOptions options = new() { TimeProvider = _time };
        SigV4Verifier verifier = new("sso-oauth", _time, new AccessKeyStore(options));
        return Assert.Throws<ProtocolException>(() =>
            verifier.Verify(new SignedRequest("POST", "/token?aws_iam=t", headers, default))
        );
    }

    private static void AssertRefused(ProtocolException refusal, int status, string name, string message) =>
        Assert.Equal((status, name, message), (refusal.Status, refusal.Message, refusal.Member("message")));
}
