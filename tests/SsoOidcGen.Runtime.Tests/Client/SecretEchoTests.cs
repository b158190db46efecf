using System.Net;
using System.Text;
using System.Text.Json;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>An error that repeats the request shows none of its secrets.</summary>
public sealed class SecretEchoTests
{
    private const string Secret = "s3cr3t/+\"<&>'é-of-the-person-who-signs-in";

    public static TheoryData<string> Echoes =>
        [
            Secret,
            JsonEncodedText.Encode(Secret).ToString(),
            Secret.Replace("/", "\\/").Replace("\"", "\\\""),
            Secret.Replace("\"", "\\\\\\\""),
            string.Concat(Secret.Select(static c => $"\\u{(int)c:X4}")),
            Uri.EscapeDataString(Secret),
            WebUtility.UrlEncode(Secret),
            WebUtility.HtmlEncode(Secret),
            WebUtility.HtmlEncode(Secret).Replace("&#39;", "&apos;").Replace("&#233;", "&#xE9;"),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"x\":\"{Secret}\"}}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"id:{Secret}")).Replace('+', '-').Replace('/', '_'),
            Secret[..20],
        ];

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_page_does_not_repeat_it(string echo)
    {
        ServiceException error = await FailAsync(Answer(400, $"<p>cannot use {echo} here</p>"));

        AssertHidden(error);
        Assert.Contains("***", error.Message);
        Assert.DoesNotContain(echo[8..20], error.Message);
    }

    [Fact]
    public async Task A_text_that_begins_with_it_does_not_repeat_it()
    {
        ScriptedHandler handler = new(Answer(400, "abcdefghijklmnopqrst is 100% wrong"));

        ServiceException error = await FailAsync(handler, ProbeClient.SecretEcho, "abcdefghijklmnopqrst");

        Assert.Contains("*** is 100% wrong", error.Message);
        Assert.DoesNotContain("abcdef", error.Message);
    }

    [Fact]
    public async Task Neither_a_message_nor_a_code_repeats_it()
    {
        string echo = JsonEncodedText.Encode(Secret).ToString();
        string body =
            $$"""{"__type":"{{echo}}","message":"unknown: {{echo}}","error":"{{echo}}","error_description":"{{echo}}"}""";

        ServiceException error = await FailAsync(Answer(400, body));

        AssertHidden(error);
        Assert.Equal(("unknown: ***", "400"), (error.Message, error.ErrorCode));
    }

    [Fact]
    public async Task Nothing_that_an_exception_reads_repeats_it()
    {
        string body = $$"""{"detail":"{{JsonEncodedText.Encode(Secret)}}"}""";

        ServiceException error = await FailAsync(Answer(400, body, "Broken"));

        Assert.Equal("***", Assert.IsType<BrokenException>(error).Detail);
    }

    [Fact]
    public async Task Headers_do_not_repeat_it()
    {
        const string Token = "abcdefghijklmnopqrst";
        ScriptedHandler handler = new(
            Answer(
                400,
                "{}",
                Token,
                static response =>
                {
                    response.ReasonPhrase = Token;
                    response.Headers.Remove("x-amzn-RequestId");
                    response.Headers.Add("x-amzn-RequestId", $"request of {Token}");
                }
            )
        );

        ServiceException error = await FailAsync(handler, ProbeClient.SecretEcho, Token);

        Assert.DoesNotContain("abcdef", $"{error} {error.ErrorCode} {error.RequestId}");
        Assert.Equal(("request of ***", "400"), (error.RequestId, error.ErrorCode));
    }

    [Fact]
    public async Task A_bearer_token_and_a_session_token_are_not_repeated()
    {
        ServiceException bearer = await FailAsync(
            new ScriptedHandler(Answer(403, """{"message":"bad token-of-mine"}""")),
            ProbeClient.TokenEcho,
            "x"
        );
        ServiceException session = await FailAsync(
            new ScriptedHandler(Answer(403, """{"message":"x-amz-security-token:session-of-mine"}""")),
            ProbeClient.SignedEcho,
            "x"
        );

        Assert.Equal("bad ***", bearer.Message);
        Assert.Equal("x-amz-security-token:***", session.Message);
    }

    [Theory]
    [InlineData("abc", "abc is no abcd")]
    [InlineData("0123456789abcdef-and-more", "0123456789abcde is shorter")]
    public async Task What_gives_nothing_away_stays_readable(string secret, string message)
    {
        ScriptedHandler handler = new(Answer(400, JsonSerializer.Serialize(new { message })));

        ServiceException error = await FailAsync(handler, ProbeClient.SecretEcho, secret);

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("AWS.SimpleQueueService.NonExistentQueue", true)]
    [InlineData("_private-code2", true)]
    [InlineData("No such thing", false)]
    [InlineData("4xx", false)]
    [InlineData("<script>", false)]
    [InlineData("", false)]
    public async Task A_code_is_an_identifier(string code, bool isCode)
    {
        ServiceException error = await FailAsync(Answer(400, JsonSerializer.Serialize(new { __type = code })));

        Assert.Equal(isCode ? code : "400", error.ErrorCode);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task A_code_has_at_most_128_characters(int length, bool isCode)
    {
        string code = new('x', length);

        ServiceException error = await FailAsync(Answer(400, errorType: code));

        Assert.Equal(isCode ? code : "400", error.ErrorCode);
    }

    [Theory]
    [InlineData("a", 4096)]
    [InlineData("é", 2048)]
    [InlineData("€", 1365)]
    [InlineData("😀", 2048)]
    public async Task A_message_has_at_most_4_KiB_of_whole_characters(string character, int units)
    {
        string message = string.Concat(Enumerable.Repeat(character, 5000));

        ServiceException error = await FailAsync(Answer(400, JsonSerializer.Serialize(new { message })));

        Assert.Equal(message[..units] + "…", error.Message);
    }

    private static ServiceClientOptions Options() =>
        new()
        {
            Region = "eu-central-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret", "session-of-mine"),
            BearerToken = static _ => ValueTask.FromResult("token-of-mine"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };

    private static void AssertHidden(ServiceException error)
    {
        string seen = $"{error} {error.ErrorCode} {error.RequestId}";
        Assert.DoesNotContain("s3cr3t", seen);
        Assert.DoesNotContain("person-who", seen);
    }

    private static Task<ServiceException> FailAsync(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        FailAsync(new ScriptedHandler(answer), ProbeClient.SecretEcho, Secret);

    private static async Task<ServiceException> FailAsync(
        ScriptedHandler handler,
        Operation<string, string> operation,
        string input
    )
    {
        OperationResult<string> result = await new ProbeClient(new HttpClient(handler), Options()).TryInvokeAsync(
            operation,
            input,
            TestContext.Current.CancellationToken
        );
        return result.Exception!;
    }
}
