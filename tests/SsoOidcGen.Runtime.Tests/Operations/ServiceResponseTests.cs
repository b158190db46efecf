using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class ServiceResponseTests
{
    [Fact]
    public void Headers_with_a_prefix_come_from_message_and_content()
    {
        using HttpResponseMessage message = new() { Content = new ByteArrayContent([]) };
        message.Headers.TryAddWithoutValidation("X-Label-A", ["1", "2"]);
        message.Headers.TryAddWithoutValidation("X-Other", "3");
        message.Content.Headers.TryAddWithoutValidation("Content-Language", "en");
        ServiceResponse response = new(call: null!, service: null!, message, body: default);

        Assert.Equal(new Dictionary<string, string> { ["A"] = "1, 2" }, response.PrefixHeaders("x-label-"));
        Assert.Equal("en", response.PrefixHeaders("Content-")["language"]);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("rpc-v2-cbor", true)]
    [InlineData("rpc-v1-json", false)]
    public void A_response_of_another_protocol_is_not_read(string? protocol, bool isRead)
    {
        using HttpResponseMessage message = new() { Content = new ByteArrayContent([]) };
        if (protocol is not null)
        {
            message.Headers.Add("smithy-protocol", protocol);
        }

        Exception? error = Record.Exception(() =>
        {
            ServiceResponse response = new(call: null!, service: null!, message, body: "\u0007"u8);
            Assert.Equal(7, response.CborReader().ReadInt64());
        });

        Assert.Equal(
            isRead ? null : "Its header Smithy-Protocol names another protocol than rpc-v2-cbor.",
            error?.Message
        );
    }

    [Fact]
    public void What_is_not_there_is_empty()
    {
        using HttpResponseMessage message = new((System.Net.HttpStatusCode)204) { Content = new ByteArrayContent([]) };
        message.Headers.TryAddWithoutValidation("X-A", ["1", "2"]);
        ServiceResponse response = new(call: null!, service: null!, message, body: default);

        Assert.Equal((204, "1, 2", null), (response.StatusCode, response.Header("x-a"), response.Header("x-b")));
        Assert.Same(Stream.Null, response.Stream);
        Assert.Empty(response.InitialMessage.Headers);
        Assert.Equal(System.Text.Json.JsonTokenType.StartObject, response.JsonReader().TokenType);
        Utf8XmlReader xml = response.XmlReader();
        Assert.False(xml.NextMember(out _));
        Utf8XmlReader wrapped = response.XmlReader("Wrapper"u8);
        Assert.False(wrapped.NextMember(out _));
        Assert.Equal(
            "The response lacks 'name', which has to come before its events.",
            ServiceResponse.Missing("name").Message
        );
    }

    [Theory]
    [InlineData("initial-response", true)]
    [InlineData("other", false)]
    public void Only_an_initial_response_comes_before_the_events(string type, bool isInitial)
    {
        using HttpResponseMessage message = new();
        EventMessage first = new() { Headers = new Dictionary<string, object> { [":event-type"] = type } };
        ServiceResponse response = new(call: null!, service: null!, message, body: default, Stream.Null, first);

        Assert.Equal(isInitial, ReferenceEquals(first, response.InitialMessage));
    }
}
