using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

/// <summary>Reads what an operation says about checksums; all formats say it in the same words.</summary>
internal static class ChecksumReader
{
    /// <summary>Properties without a meaning of their own: a response says itself which checksum it has.</summary>
    private const string Ignored = "responseAlgorithms";

    private static readonly string[] Known =
    [
        "requestAlgorithmMember",
        "requestChecksumRequired",
        "requestValidationModeMember",
        Ignored,
    ];

    public static ChecksumTrait Read(JsonFields checksum)
    {
        foreach (
            JsonProperty property in checksum.Json.Properties.Where(static property => !Known.Contains(property.Name))
        )
        {
            checksum.Diagnostics.AddOnce(ReadingDiagnostics.UnsupportedTrait, property.NameSpan, property.Name);
        }

        return new ChecksumTrait
        {
            RequestAlgorithmMember = checksum.Text("requestAlgorithmMember"),
            IsRequestChecksumRequired = checksum.Flag("requestChecksumRequired"),
            ResponseModeMember = checksum.Text("requestValidationModeMember"),
        };
    }
}
