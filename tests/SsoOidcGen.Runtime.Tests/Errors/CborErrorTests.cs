using System.Formats.Cbor;
using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;
using CborWriter = System.Formats.Cbor.CborWriter;

namespace SsoOidcGen.Runtime.Tests.Errors;

public sealed class CborErrorTests
{
    private const string Secret = "hunter2-hunter2";

    [Fact]
    public void The_type_in_the_body_alone_is_the_code()
    {
        byte[] body = Map(("code", "Other"), ("__type", "ns#Busy:http://x"), ("message", "try later"));

        (string code, string message) = Parse(body, ("x-amzn-errortype", "Header"), ("Smithy-Protocol", "rpc-v2-cbor"));

        Assert.Equal(("Busy", "try later"), (code, message));
    }

    [Fact]
    public void Without_a_type_the_status_is_the_code() =>
        Assert.Equal("503", Parse(Map(("code", "Other")), ("x-amzn-errortype", "Header")).Code);

    [Fact]
    public void A_body_of_another_protocol_is_not_read()
    {
        byte[] body = Map(("__type", "Busy"), ("message", "m"));

        (string code, string message) = Parse(body, ("Smithy-Protocol", "rpc-v1-json"));

        Assert.Equal("503", code);
        Assert.Contains("Smithy-Protocol", message);
    }

    [Fact]
    public void A_page_of_a_gateway_is_quoted() =>
        Assert.EndsWith("CBOR map: <html>busy</html>", Parse("<html>busy</html>"u8.ToArray()).Message);

    [Fact]
    public void Damaged_content_is_not_quoted()
    {
        byte[] body = Map(("__type", "Busy"), ("message", "m"));

        (string code, string message) = Parse(body[..^4]);

        Assert.Equal("Busy", code);
        Assert.EndsWith("a body that is not a whole CBOR map.", message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Secrets_are_hidden_and_everything_else_stays(bool isCut)
    {
        CborWriter writer = new();
        writer.WriteStartMap(3);
        writer.WriteTextString("message");
        WriteText(writer, $"not {Secret}!", isCut);
        writer.WriteTextString("list");
        writer.WriteStartArray(2);
        writer.WriteTextString(Secret);
        writer.WriteTag(CborTag.UnixTimeSeconds);
        writer.WriteInt32(7);
        writer.WriteEndArray();
        writer.WriteTextString("__type");
        writer.WriteTextString("Busy");
        writer.WriteEndMap();
        SensitiveValues secrets = new();
        secrets.Add(Secret);
        PooledBuffer body = new();
        body.Append(writer.Encode());

        ErrorFormat.Cbor.Redact(body, secrets);

        ErrorMembers members = ErrorFormat.Cbor.Read(body.WrittenSpan);
        Assert.Equal(("Busy", "not ***!"), (members.Type, members.Message));
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(body.WrittenSpan));
        CborReaderState end = Skipped(body.WrittenSpan.ToArray());
        Assert.Equal(CborReaderState.Finished, end);
    }

    [Fact]
    public void Secrets_in_bytes_and_in_damaged_content_are_hidden()
    {
        CborWriter writer = new();
        writer.WriteStartMap(1);
        writer.WriteTextString("data");
        writer.WriteByteString(Encoding.UTF8.GetBytes($"a {Secret} b"));
        writer.WriteEndMap();
        byte[] whole = writer.Encode();

        Assert.Equal("BF64646174614761202A2A2A2062FF", Redacted(whole));
        string damaged = Encoding.Latin1.GetString(Convert.FromHexString(Redacted([.. whole, 0xFF])));
        Assert.DoesNotContain(Secret, damaged);
        Assert.Contains("a *** b", damaged);
    }

    [Fact]
    public void Members_are_read_from_a_map()
    {
        using HttpResponseMessage response = new(HttpStatusCode.BadRequest);
        ErrorResponse error = ErrorParser.Parse(
            ErrorFormat.Cbor,
            "Call",
            response,
            Map(("a", "b")),
            new SensitiveValues(),
            flaw: null
        );

        SsoOidcGen.Runtime.CompilerServices.CborReader reader = error.CborReader();
        Assert.True(reader.NextMember(out ReadOnlySpan<byte> name));
        Assert.Equal("a", Encoding.UTF8.GetString(name));
        Assert.Equal("b", CborValue.ReadString(ref reader));
        Assert.False(reader.NextMember(out _));
    }

    private static string Redacted(byte[] content)
    {
        SensitiveValues secrets = new();
        secrets.Add(Secret);
        PooledBuffer body = new();
        body.Append(content);
        ErrorFormat.Cbor.Redact(body, secrets);
        return Convert.ToHexString(body.WrittenSpan);
    }

    private static void WriteText(CborWriter writer, string text, bool isCut)
    {
        if (!isCut)
        {
            writer.WriteTextString(text);
            return;
        }

        writer.WriteStartIndefiniteLengthTextString();
        writer.WriteTextString(text[..8]);
        writer.WriteTextString(text[8..]);
        writer.WriteEndIndefiniteLengthTextString();
    }

    private static CborReaderState Skipped(byte[] content)
    {
        System.Formats.Cbor.CborReader reader = new(content);
        reader.SkipValue();
        return reader.PeekState();
    }

    private static byte[] Map(params (string Name, string Value)[] members)
    {
        CborWriter writer = new();
        writer.WriteStartMap(members.Length);
        foreach ((string name, string value) in members)
        {
            writer.WriteTextString(name);
            writer.WriteTextString(value);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    private static (string Code, string Message) Parse(byte[] body, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = new(HttpStatusCode.ServiceUnavailable);
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        ErrorResponse error = ErrorParser.Parse(
            ErrorFormat.Cbor,
            "Call",
            response,
            body,
            new SensitiveValues(),
            flaw: null
        );
        return (error.Code, error.Message);
    }
}
