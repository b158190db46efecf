using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Finds the codecs of a service's bodies.</summary>
internal static class CodecTable
{
    public static IWriterCodec Writer(BodyFormats bodies) =>
        bodies.Writes switch
        {
            BodyFormat.Json => new JsonWriterCodec(bodies.MediaType),
            BodyFormat.Cbor => new CborWriterCodec(),
            BodyFormat.Xml => new XmlWriterCodec(),
            BodyFormat.Query => new QueryWriterCodec(bodies.MarksEmptyLists),
            _ => throw new ArgumentException($"{bodies.Writes} cannot be written", nameof(bodies)),
        };

    public static IReaderCodec Reader(BodyFormats bodies) =>
        bodies.Reads switch
        {
            BodyFormat.Json => new JsonReaderCodec(),
            BodyFormat.Cbor => new CborReaderCodec(),
            BodyFormat.Xml => new XmlReaderCodec(),
            _ => throw new ArgumentException($"{bodies.Reads} cannot be read", nameof(bodies)),
        };
}
