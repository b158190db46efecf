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
        Assert.Throws<JsonException>(() =>
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
            reader.Read();
            return reader.TokenType == JsonTokenType.String
                ? JsonValue.ReadString(ref reader)
                : (object)JsonValue.ReadMap(ref reader, JsonValue.ReadString);
        });

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_no_text() =>
        Assert.Throws<JsonException>(() =>
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
        Assert.Throws<JsonException>(() =>
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
