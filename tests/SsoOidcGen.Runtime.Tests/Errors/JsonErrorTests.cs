using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Errors;

public sealed class JsonErrorTests
{
    [Theory]
    [InlineData("""{"__type":"ns#Busy","message":"m"}""", "Busy", "m")]
    [InlineData("""{"__type":"Busy","Message":"m"}""", "Busy", "m")]
    [InlineData("""{"code":"Busy"}""", "Busy", "The service responded with 503 Busy Now without a message.")]
    [InlineData(
        """{"Code":"Busy","message":7}""",
        "Busy",
        "The service responded with 503 Busy Now without a message."
    )]
    [InlineData("""{"error":"busy","error_description":"m"}""", "busy", "m")]
    [InlineData("""{"code":"Low","__type":"High","error":"lowest"}""", "High", null)]
    [InlineData("""{"error":"lowest","code":"Low"}""", "Low", null)]
    [InlineData("""{"message":"m","error_description":"d"}""", "503", "m")]
    [InlineData("""{"message":"","error_description":"d"}""", "503", "d")]
    [InlineData("""{"__type":"1 no code"}""", "503", "The service responded with 503 Busy Now without a message.")]
    [InlineData("""{"__type":"-a"}""", "503", "The service responded with 503 Busy Now without a message.")]
    [InlineData("""{"__type":"_a.b-c: x"}""", "_a.b-c", "The service responded with 503 Busy Now without a message.")]
    [InlineData("", "503", "The service responded with 503 Busy Now without a message.")]
    [InlineData("{}", "503", "The service responded with 503 Busy Now without a message.")]
    [InlineData(
        """{"message":""",
        "503",
        "The service responded with 503 Busy Now with a body that is not a whole JSON object."
    )]
    [InlineData("[1]", "503", "The service responded with 503 Busy Now with a body that is not a whole JSON object.")]
    [InlineData(
        " <html> ",
        "503",
        "The service responded with 503 Busy Now with a body that is not a JSON object: <html>"
    )]
    public void Code_and_message_come_from_the_body(string body, string code, string? message)
    {
        (string actualCode, string actualMessage) = Parse(body);

        Assert.Equal(code, actualCode);
        Assert.Equal(message ?? actualMessage, actualMessage);
    }

    [Theory]
    [InlineData("Head", null, "Head", "Head")]
    [InlineData("ns#Head:http://x", null, "Head", "Head")]
    [InlineData("no code", null, "Body", "Body")]
    [InlineData(null, "Query.Code;Sender", "Body", "Query.Code")]
    [InlineData(null, ";Sender", "Body", "Body")]
    [InlineData(null, "OneOnly", "Body", "Body")]
    [InlineData(null, "a;b;c", "Body", "Body")]
    public void A_header_goes_before_the_body(string? type, string? query, string code, string reported)
    {
        using HttpResponseMessage response = new(HttpStatusCode.BadRequest);
        response.Headers.TryAddWithoutValidation("X-Amzn-ErrorType", type);
        response.Headers.TryAddWithoutValidation("X-Amzn-Query-Error", query);

        ErrorResponse error = Parse(response, """{"__type":"Body"}"""u8);

        Assert.Equal((code, reported), (error.Code, error.ReportedCode));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_code_has_at_most_128_characters(int length, bool isCode) =>
        Assert.Equal(
            isCode ? new string('c', length) : "503",
            Parse($$"""{"__type":"{{new string('c', length)}}"}""").Code
        );

    [Theory]
    [InlineData(4096, false)]
    [InlineData(4097, true)]
    public void A_message_has_at_most_4_KiB(int length, bool isCut) =>
        Assert.Equal(
            isCut ? new string('m', 4096) + "…" : new string('m', length),
            Parse($$"""{"message":"{{new string('m', length)}}"}""").Message
        );

    [Theory]
    [InlineData(256, false)]
    [InlineData(257, true)]
    [InlineData(100_000, true)]
    public void A_page_is_quoted_up_to_256_bytes(int length, bool isCut) =>
        Assert.Equal(
            "The service responded with 503 Busy Now with a body that is not a JSON object: "
                + (isCut ? new string('p', 256) + "…" : new string('p', length)),
            Parse(new string('p', length)).Message
        );

    [Fact]
    public void A_cut_does_not_split_a_character() =>
        Assert.Equal(new string('ü', 2048) + "…", Parse($$"""{"message":"{{new string('ü', 2049)}}"}""").Message);

    [Fact]
    public void A_body_that_could_not_be_read_says_why()
    {
        using HttpResponseMessage response = new((HttpStatusCode)599) { ReasonPhrase = "" };

        Assert.Equal(
            "The service responded with 599 with a body that could not be read. It burns.",
            ErrorParser
                .Parse(ErrorFormat.Json, "Call", response, "{"u8, new SensitiveValues(), flaw: "It burns.")
                .Message
        );
    }

    [Fact]
    public void Members_of_OAuth_are_there_for_its_errors()
    {
        using HttpResponseMessage response = new(HttpStatusCode.BadRequest);
        response.Headers.TryAddWithoutValidation("x-amzn-requestid", "id-1");
        response.Headers.TryAddWithoutValidation("x-amz-id-2", "id-2");

        ErrorResponse error = Parse(
            response,
            """{"__type":"T","message":"m","error":"slow_down","error_description":"d"}"""u8
        );

        Assert.Equal(("slow_down", "d"), (error.OAuthError, error.OAuthErrorDescription));
        Assert.Equal(("id-1", "id-2", "Call"), (error.RequestId, error.ExtendedRequestId, error.Operation));
        Assert.Equal((HttpStatusCode.BadRequest, "id-2"), (error.StatusCode, error.Header("X-Amz-Id-2")));
    }

    [Theory]
    [InlineData("x-amzn-request-id")]
    [InlineData("x-amz-request-id")]
    public void A_request_id_has_several_names_and_one_that_goes_first(string name)
    {
        using HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation(name, "other");
        Assert.Equal("other", new ResponseMetadata(response).RequestId);

        response.Headers.TryAddWithoutValidation("x-amzn-requestid", "first");
        response.Headers.TryAddWithoutValidation("x-amzn-request-id", "last");
        Assert.Equal("first", new ResponseMetadata(response).RequestId);
    }

    [Theory]
    [InlineData("1500", 1500)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData(null, null)]
    public void A_service_may_ask_for_milliseconds_of_patience(string? header, int? expected)
    {
        using HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation("x-amz-retry-after", header);

        Assert.Equal(
            expected is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            new ResponseMetadata(response).RetryAfter
        );
    }

    [Theory]
    [InlineData("Sat, 31 Jan 2026 08:00:00 GMT", true)]
    [InlineData("31 Jan 2026", false)]
    [InlineData(null, false)]
    public void The_time_of_the_server_is_that_of_its_response(string? header, bool isRead)
    {
        using HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation("Date", header);

        Assert.Equal(
            isRead ? new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero) : null,
            new ResponseMetadata(response).ServerTime
        );
    }

    private static (string Code, string Message) Parse(string body)
    {
        using HttpResponseMessage response = new(HttpStatusCode.ServiceUnavailable) { ReasonPhrase = "Busy Now" };
        ErrorResponse error = Parse(response, Encoding.UTF8.GetBytes(body));
        return (error.Code, error.Message);
    }

    private static ErrorResponse Parse(HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        ErrorParser.Parse(ErrorFormat.Json, "Call", response, body, new SensitiveValues(), flaw: null);
}
