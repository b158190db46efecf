using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Json;

/// <summary>Text and numbers that JSON allows and .NET does not are answers that cannot be read, like any other.</summary>
public sealed class UnreadableTextTests
{
    private static readonly byte[] NoUtf8 = [.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":\"x\"}")]
    public void Half_a_surrogate_pair_is_no_text(string json) =>
        Assert.Throws<MalformedContentException>(() =>
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
            reader.Read();
            return reader.TokenType == JsonTokenType.String
                ? JsonValue.ReadString(ref reader)
                : (object)JsonValue.ReadMap(ref reader, JsonValue.ReadString);
        });

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_no_text() =>
        Assert.Throws<MalformedContentException>(() =>
        {
            Utf8JsonReader reader = new("{\"\\ud800\":1}"u8);
            reader.Read();
            reader.NextMember(out _);
        });

    [Theory]
    [InlineData("1e400")]
    [InlineData("1e28")]
    [InlineData("-1e28")]
    public void A_timestamp_out_of_range_is_no_timestamp(string json) =>
        Assert.Throws<MalformedContentException>(() =>
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
            reader.Read();
            return JsonValue.ReadTimestamp(ref reader);
        });

    [Fact]
    public async Task An_answer_that_is_no_UTF_8_is_unreadable()
    {
        Client.ScriptedHandler handler = new(Answer(200, adjust: Send(NoUtf8)));

        await Assert.ThrowsAsync<UnreadableResponseException>(() => CallAsync(handler));
    }

    [Theory]
    [InlineData("secret", 0)]
    [InlineData("\uFEFF{\n\nsecret}", 6)]
    [InlineData("{\"text\":secret}", 8)]
    [InlineData("{\"text\":\"secret", 15)]
    public async Task A_response_that_is_not_JSON_is_malformed_at_its_byte_and_not_quoted(string body, long position)
    {
        Client.ScriptedHandler handler = new(Answer(200, adjust: Send(Encoding.UTF8.GetBytes(body))));

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            CallAsync(handler)
        );

        MalformedContentException cause = Assert.IsType<MalformedContentException>(error.InnerException);
        Assert.Equal(position, cause.Position);
        Assert.Null(cause.InnerException);
        Assert.DoesNotContain("'s'", error.ToString());
    }

    [Fact]
    public async Task An_error_that_is_no_UTF_8_is_still_that_error()
    {
        byte[] body = [.. "{\"message\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Client.ScriptedHandler handler = new(Answer(400, errorType: "Broken", adjust: Send(body)));

        await Assert.ThrowsAsync<Client.BrokenException>(() => CallAsync(handler));
    }

    private static Action<HttpResponseMessage> Send(byte[] body) =>
        response => response.Content = new ByteArrayContent(body);

    private static Task<string> CallAsync(HttpMessageHandler handler) =>
        new Client.ProbeClient(
            new HttpClient(handler),
            new ServiceClientOptions { Region = "eu-central-1", Environment = new AwsEnvironment(Path.GetTempPath()) }
        ).InvokeAsync(Client.ProbeClient.Echo, "ping", TestContext.Current.CancellationToken);
}
