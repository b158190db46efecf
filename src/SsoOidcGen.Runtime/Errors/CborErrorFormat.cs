using System.Text;
using System.Text.Unicode;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

internal sealed class CborErrorFormat : ErrorFormat
{
    public static readonly CborErrorFormat Instance = new();

    internal override string Object => "CBOR map";

    internal override bool HasTypeHeader => false;

    internal override string? FlawOf(HttpResponseMessage response) =>
        RpcV2Cbor.IsSpokenIn(response) ? null : RpcV2Cbor.OtherProtocol;

    internal override void Redact(PooledBuffer body, SensitiveValues secrets)
    {
        if (secrets.IsEmpty || body.Length == 0)
        {
            return;
        }

        try
        {
            // Strings get shorter, and so do the lengths before them.
            ReadOnlySpan<byte> redacted = CborRedaction.Copy(body.WrittenSpan, secrets);
            body.Clear();
            body.Append(redacted);
        }
        catch (MalformedContentException)
        {
            body.Truncate(secrets.Redact(body.WrittenSpan));
        }
    }

    internal override ErrorMembers Read(ReadOnlySpan<byte> body)
    {
        ErrorMembers members = default;
        try
        {
            CborReader reader = new(body);
            members.IsObject = reader.NextType == CborMajorType.Map;
            if (members.IsObject)
            {
                reader.ExpectObject();
                while (reader.NextMember(out ReadOnlySpan<byte> name))
                {
                    Take(ref members, name, ref reader);
                }
            }
        }
        catch (MalformedContentException)
        {
            members.IsObject = false;
        }

        return members;
    }

    internal override bool IsDamaged(ReadOnlySpan<byte> body) => !Utf8.IsValid(body) || body.IndexOf((byte)0) >= 0;

    private static void Take(ref ErrorMembers members, scoped ReadOnlySpan<byte> name, ref CborReader reader)
    {
        if (reader.NextType != CborMajorType.TextString)
        {
            reader.Skip();
        }
        else if (name.SequenceEqual("message"u8) || name.SequenceEqual("Message"u8))
        {
            members.Message = Encoding.UTF8.GetString(reader.ReadTextBytes());
        }
        else if (name.SequenceEqual("__type"u8))
        {
            members.Type = Encoding.UTF8.GetString(reader.ReadTextBytes());
        }
        else
        {
            reader.Skip();
        }
    }
}
