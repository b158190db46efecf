using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

internal sealed class XmlErrorFormat : ErrorFormat
{
    public static readonly XmlErrorFormat Instance = new();

    internal override string Object => "XML document";

    internal override bool HasTypeHeader => false;

    internal override void Redact(PooledBuffer body, SensitiveValues secrets) =>
        body.Truncate(secrets.Redact(body.WrittenSpan));

    internal override ErrorMembers Read(ReadOnlySpan<byte> body)
    {
        ErrorMembers members = default;
        try
        {
            Utf8XmlReader root = new(body);
            if (!IsPage(root.Name))
            {
                ReadError(ref members, XmlErrors.ReaderOf(body));
                ReadRoot(ref members, root);
                members.IsObject = true;
            }
        }
        catch (MalformedContentException)
        {
            members.IsObject = false;
        }

        return members;
    }

    internal override bool IsDamaged(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart(XmlCharacters.Blanks);
        return body is [(byte)'<', ..] && !IsPage(body[1..]) && !body.StartsWith("<!"u8);
    }

    /// <summary>A gateway responded in place of the service.</summary>
    private static bool IsPage(ReadOnlySpan<byte> name) =>
        name.Length >= "html".Length && Ascii.EqualsIgnoreCase(name[.."html".Length], "html"u8);

    private static void ReadError(ref ErrorMembers members, Utf8XmlReader reader)
    {
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Code"u8))
            {
                members.Code = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("Message"u8) || name.SequenceEqual("message"u8))
            {
                members.Message = XmlValue.ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Reads what stands beside the error, which may be the root itself.</summary>
    private static void ReadRoot(ref ErrorMembers members, Utf8XmlReader reader)
    {
        ReadOnlySpan<byte> root = reader.Name;
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (
                name.SequenceEqual("RequestId"u8)
                || name.SequenceEqual("RequestID"u8)
                || name.SequenceEqual("requestId"u8)
            )
            {
                members.RequestId = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("Messages"u8))
            {
                // Route 53 once named the error by the root alone.
                members.Code = Encoding.UTF8.GetString(root);
                members.Message = reader.NextMember(out _) ? XmlValue.ReadString(ref reader) : null;
                LeaveMessages(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void LeaveMessages(ref Utf8XmlReader reader)
    {
        while (reader.NextMember(out _))
        {
            reader.Skip();
        }
    }
}
