using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>Signature Version 4 of the one kind of request that the floor sends, with the key of the day kept.</summary>
internal sealed class FloorSigner(string service, string host)
{
    private const string SignedHeaders = "content-type;host;x-amz-date;x-amz-target";

    private string _day = "";
    private string _scope = "";
    private byte[] _key = [];

    public void Sign(HttpRequestMessage message, string target, ReadOnlySpan<byte> body)
    {
        string time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        if (!time.StartsWith(_day, StringComparison.Ordinal) || _day.Length == 0)
        {
            Derive(time[..8]);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> text = stackalloc byte[1024];
        SHA256.HashData(body, hash);
        Utf8.TryWrite(
            text,
            $"POST\n/\n\ncontent-type:application/x-amz-json-1.0\nhost:{host}\nx-amz-date:{time}\nx-amz-target:{target}\n\n{SignedHeaders}\n",
            out int length
        );
        Hash(text, length, hash);
        Utf8.TryWrite(text, $"AWS4-HMAC-SHA256\n{time}\n{_scope}\n", out length);
        Convert.TryToHexStringLower(hash, text[length..], out int digits);
        HMACSHA256.HashData(_key, text[..(length + digits)], hash);

        message.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/{_scope}, SignedHeaders={SignedHeaders}, Signature={Convert.ToHexStringLower(hash)}"
        );
    }

    private static void Hash(Span<byte> text, int length, Span<byte> hash)
    {
        Convert.TryToHexStringLower(hash, text[length..], out int digits);
        SHA256.HashData(text[..(length + digits)], hash);
    }

    private void Derive(string day)
    {
        _day = day;
        _scope = $"{day}/eu-central-1/{service}/aws4_request";
        _key = "AWS4secret"u8.ToArray();
        foreach (string part in _scope.Split('/'))
        {
            _key = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(part));
        }
    }
}
