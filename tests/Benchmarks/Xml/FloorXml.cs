using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SsoOidcGen.Benchmarks.Calls;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>Sends a signed form or a signed GET request, written by hand, and keeps what comes back.</summary>
internal sealed class FloorXml(HttpClient http, string service)
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static readonly MediaTypeHeaderValue s_form = new("application/x-www-form-urlencoded");

    private readonly string _host = $"{service}.eu-central-1.amazonaws.com";
    private string _scope = "";
    private byte[] _key = [];

    public async Task PostAsync(string form, PooledBytes received)
    {
        byte[] body = Encoding.UTF8.GetBytes(form);
        ByteArrayContent content = new(body);
        content.Headers.ContentType = s_form;
        using HttpRequestMessage message = new(HttpMethod.Post, $"https://{_host}/") { Content = content };
        Sign(message, "POST\n/\n", Convert.ToHexStringLower(SHA256.HashData(body)));
        await SendAsync(message, received);
    }

    public async Task GetAsync(string path, string query, PooledBytes received)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, $"https://{_host}{path}?{query}");
        message.Headers.TryAddWithoutValidation("x-amz-content-sha256", EmptyHash);
        Sign(message, $"GET\n{path}\n{query}", EmptyHash);
        await SendAsync(message, received);
    }

    private async Task SendAsync(HttpRequestMessage message, PooledBytes received)
    {
        using HttpResponseMessage response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await received.FillAsync(response.Content, CancellationToken.None);
    }

    private void Sign(HttpRequestMessage message, string target, string hash)
    {
        string time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        if (!_scope.StartsWith(time[..8], StringComparison.Ordinal))
        {
            _scope = $"{time[..8]}/eu-central-1/{service}/aws4_request";
            _key = "AWS4secret"u8.ToArray();
            foreach (string part in _scope.Split('/'))
            {
                _key = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(part));
            }
        }

        string canonical = $"{target}\nhost:{_host}\nx-amz-date:{time}\n\nhost;x-amz-date\n{hash}";
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        byte[] signature = HMACSHA256.HashData(
            _key,
            Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{time}\n{_scope}\n{digest}")
        );
        message.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/{_scope}, SignedHeaders=host;x-amz-date, Signature={Convert.ToHexStringLower(signature)}"
        );
    }
}
