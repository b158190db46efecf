using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

internal sealed class JsonErrorFormat : ErrorFormat
{
    public static readonly JsonErrorFormat Instance = new();

    internal override string Object => "JSON object";

    internal override bool HasTypeHeader => true;

    internal override void Redact(PooledBuffer body, SensitiveValues secrets) =>
        body.Truncate(secrets.Redact(body.WrittenSpan));

    internal override ErrorMembers Read(ReadOnlySpan<byte> body)
    {
        ErrorMembers members = default;
        try
        {
            Utf8JsonReader reader = new(body);
            members.IsObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (members.IsObject && reader.NextMember(out ReadOnlySpan<byte> name))
            {
                Take(ref members, name, ref reader);
            }
        }
        catch (Exception e) when (e is MalformedContentException or JsonException)
        {
            members.IsObject = false;
        }

        return members;
    }

    internal override bool IsDamaged(ReadOnlySpan<byte> body) =>
        body.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static void Take(ref ErrorMembers members, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
        }
        else if (name.SequenceEqual("message"u8) || name.SequenceEqual("Message"u8))
        {
            members.Message = reader.Text();
        }
        else if (name.SequenceEqual("error_description"u8))
        {
            members.ErrorDescription = reader.Text();
        }
        else if (name.SequenceEqual("error"u8))
        {
            members.Error = reader.Text();
        }
        else if (name.SequenceEqual("__type"u8))
        {
            members.Type = reader.Text();
        }
        else if (name.SequenceEqual("code"u8) || name.SequenceEqual("Code"u8))
        {
            members.Code = reader.Text();
        }
    }
}
