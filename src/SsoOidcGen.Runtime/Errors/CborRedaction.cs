using System.Buffers;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Copies CBOR without the sensitive values in its strings.</summary>
internal ref struct CborRedaction
{
    private readonly ReadOnlySpan<byte> _content;
    private readonly SensitiveValues _secrets;
    private readonly ArrayBufferWriter<byte> _copy;
    private readonly CborWriter _writer;
    private CborReader _reader;

    private CborRedaction(ReadOnlySpan<byte> content, SensitiveValues secrets)
    {
        _content = content;
        _secrets = secrets;
        _copy = new ArrayBufferWriter<byte>(content.Length);
        _writer = new CborWriter(_copy);
        _reader = new CborReader(content);
    }

    /// <exception cref="MalformedContentException">The content is not well-formed.</exception>
    public static ReadOnlySpan<byte> Copy(ReadOnlySpan<byte> content, SensitiveValues secrets)
    {
        CborRedaction redaction = new(content, secrets);
        redaction.CopyItem();
        return redaction._copy.WrittenSpan;
    }

    private void CopyItem()
    {
        switch (_reader.NextType)
        {
            case CborMajorType.TextString:
                _writer.WriteName(Redacted(_reader.ReadTextBytes()));
                break;
            case CborMajorType.ByteString:
                _writer.WriteBlob(Redacted(_reader.ReadByteString()));
                break;
            case CborMajorType.Array:
                _reader.ExpectArray();
                _writer.WriteStartList();
                while (_reader.NextItem())
                {
                    CopyItem();
                }

                _writer.WriteEndMap();
                break;
            case CborMajorType.Map:
                _reader.ExpectObject();
                _writer.WriteStartMap();
                while (_reader.NextItem())
                {
                    CopyItem();
                    CopyItem();
                }

                _writer.WriteEndMap();
                break;
            default:
                int start = _reader.Position;
                _reader.Skip();
                _copy.Write(_content[start.._reader.Position]);
                break;
        }
    }

    private readonly ReadOnlySpan<byte> Redacted(ReadOnlySpan<byte> text)
    {
        byte[] redacted = text.ToArray();
        return redacted.AsSpan(0, _secrets.Redact(redacted));
    }
}
