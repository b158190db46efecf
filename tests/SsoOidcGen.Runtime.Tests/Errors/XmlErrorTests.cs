using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Errors;

public sealed class XmlErrorTests
{
    [Theory]
    [InlineData(
        "<ErrorResponse><Error><Type>Sender</Type><Code>C</Code><Message>m</Message></Error><RequestId>r</RequestId></ErrorResponse>"
    )]
    [InlineData(
        "<Response><Errors><Error><Code>C</Code><Message>m</Message></Error><Error><Code>D</Code></Error></Errors><RequestID>r</RequestID></Response>"
    )]
    [InlineData("<Error><Code>C</Code><Message>m</Message><RequestId>r</RequestId></Error>")]
    [InlineData(
        "<x:Error xmlns:x='urn:x'><x:Code>C</x:Code><x:Message>m</x:Message><x:RequestId>r</x:RequestId></x:Error>"
    )]
    [InlineData("<Busy><Code>C</Code><Message>m</Message><RequestId>r</RequestId></Busy>")]
    [InlineData(
        "<C xmlns='urn:x'><Messages><Message>m</Message><Message>n</Message></Messages><RequestId>r</RequestId></C>"
    )]
    public void Code_message_and_request_are_found_in_every_form(string body)
    {
        ErrorMembers members = ErrorFormat.Xml.Read(Encoding.UTF8.GetBytes(body));

        Assert.Equal((true, "C", "m", "r"), (members.IsObject, members.Code, members.Message, members.RequestId));
    }

    [Fact]
    public void An_empty_message_is_none()
    {
        (string code, string message, _) = Parse("<Error><Code>Busy</Code><Message></Message></Error>");

        Assert.Equal("Busy", code);
        Assert.EndsWith("without a message.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_deeper_is_data()
    {
        ErrorMembers members = ErrorFormat.Xml.Read(
            "<ErrorResponse><Error><Code>C</Code><Detail><Code>D</Code><Error><Code>E</Code></Error></Detail></Error></ErrorResponse>"u8
        );

        Assert.Equal("C", members.Code);
    }

    [Theory]
    [InlineData("", "without a message.")]
    [InlineData("<html><body>busy</body></html>", "XML document: <html><body>busy</body></html>")]
    [InlineData("busy", "XML document: busy")]
    [InlineData(" <HTML lang='de'>busy", "XML document: <HTML lang='de'>busy")]
    [InlineData("<!DOCTYPE html><p>busy", "XML document: <!DOCTYPE html><p>busy")]
    [InlineData("<htm", "a body that is not a whole XML document.")]
    [InlineData("<Error><Message>secret</Messa", "a body that is not a whole XML document.")]
    [InlineData("<Error><Message>secret</Message>", "secret")]
    public void Without_a_whole_error_the_status_is_the_code(string body, string end)
    {
        (string code, string message, _) = Parse(body);

        Assert.Equal("503", code);
        Assert.EndsWith(end, message);
    }

    [Fact]
    public void The_identifier_in_the_body_wins_over_the_header_and_hides_secrets()
    {
        Assert.Equal("h", Parse("<Error><Code>C</Code></Error>").RequestId);
        Assert.Equal("b", Parse("<Error><Code>C</Code><RequestId>b</RequestId></Error>").RequestId);
    }

    [Theory]
    [InlineData("not hunter2&amp;hunter2!", "not ***!")]
    [InlineData("not hunter2&#38;hunter2!", "not ***!")]
    public void Secrets_are_hidden_however_they_are_escaped(string message, string expected)
    {
        SensitiveValues secrets = new();
        secrets.Add("hunter2&hunter2");
        PooledBuffer body = new();
        body.Write($"<Error><Code>C</Code><Message>{message}</Message></Error>");

        ErrorFormat.Xml.Redact(body, secrets);

        Assert.Equal(expected, ErrorFormat.Xml.Read(body.WrittenSpan).Message);
    }

    private static (string Code, string Message, string? RequestId) Parse(string body)
    {
        using HttpResponseMessage response = new(HttpStatusCode.ServiceUnavailable);
        response.Headers.TryAddWithoutValidation("x-amzn-requestid", "h");
        ErrorResponse error = ErrorParser.Parse(
            ErrorFormat.Xml,
            "Call",
            response,
            Encoding.UTF8.GetBytes(body),
            new SensitiveValues(),
            flaw: null
        );
        return (error.Code, error.Message, error.RequestId);
    }
}
