using SsoOidcGen.Emitting.Text;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that reads values with a <c>CborReader</c>.</summary>
internal sealed class CborReaderCodec() : ObjectReaderCodec("Cbor", "CborReader")
{
    protected override void SkipMembers(CodeWriter code)
    {
        using (code.Block("while (reader.NextMember(out _))"))
        {
            code.Line("reader.Skip();");
        }
    }
}
