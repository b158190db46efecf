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
}
