using SsoOidcGen.Emitting.Text;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that reads values with a <c>Utf8JsonReader</c>.</summary>
internal sealed class JsonReaderCodec() : ObjectReaderCodec("Json", "Utf8JsonReader")
{
    protected override void SkipMembers(CodeWriter code) => code.Line("reader.Skip();");
}
