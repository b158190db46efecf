using System.Text.RegularExpressions;

namespace SsoOidc.Emulator;

/// <summary>The parts of an <c>Authorization: AWS4-HMAC-SHA256 …</c> header.</summary>
/// <param name="AccessKeyId">Whose key signed.</param>
/// <param name="Date">The day of the signing key, <c>yyyyMMdd</c>.</param>
/// <param name="Region">The region of the signing key.</param>
/// <param name="Service">The signing name of the signing key.</param>
/// <param name="SignedHeaders">The lower-case names of the headers that the signature covers.</param>
/// <param name="Signature">64 hexadecimal digits.</param>
internal sealed partial record SigV4Authorization(
    string AccessKeyId,
    string Date,
    string Region,
    string Service,
    IReadOnlyList<string> SignedHeaders,
    string Signature
)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public static SigV4Authorization? TryParse(string header)
    {
        Match match = Syntax().Match(header);
        return match.Success
            ? new SigV4Authorization(
                match.Groups["key"].Value,
                match.Groups["date"].Value,
                match.Groups["region"].Value,
                match.Groups["service"].Value,
                match.Groups["headers"].Value.Split(';'),
                match.Groups["signature"].Value
            )
            : null;
    }

    [GeneratedRegex(
        @"^AWS4-HMAC-SHA256 Credential=(?<key>[^/,\s]+)/(?<date>[0-9]{8})/(?<region>[^/,\s]+)/(?<service>[^/,\s]+)/aws4_request,\s*"
            + @"SignedHeaders=(?<headers>[a-z0-9;._-]+),\s*Signature=(?<signature>[0-9a-f]{64})\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Syntax();
}
