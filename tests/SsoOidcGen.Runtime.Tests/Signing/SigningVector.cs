using System.Text;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>One case of the public SigV4 test suite: a raw request and what becomes of it.</summary>
internal sealed class SigningVector
{
    private readonly string _folder;

    public SigningVector(string folder)
    {
        _folder = folder;
        (string head, Body) = Read("req").Split("\n\n", 2) is [var h, var b] ? (h, b) : (Read("req").TrimEnd('\n'), "");
        string[] lines = head.Split('\n');
        string[] requestLine = lines[0].Split(' ');
        Method = requestLine[0];
        Target = string.Join(' ', requestLine[1..^1]);
        foreach (string line in lines[1..])
        {
            if (line.StartsWith(' '))
            {
                Headers[^1] = new(Headers[^1].Key, Headers[^1].Value + "\n" + line);
            }
            else
            {
                string[] parts = line.Split(':', 2);
                Headers.Add(new(parts[0], parts[1]));
            }
        }
    }

    public string Method { get; }

    public string Target { get; }

    public string Body { get; }

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public string CanonicalRequest => Read("creq");

    public string StringToSign => Read("sts");

    public string Authorization => Read("authz");

    public string? SessionToken =>
        CanonicalRequest
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith("x-amz-security-token:", StringComparison.Ordinal))
            ?.Split(':', 2)[1];

    public HttpRequestMessage ToMessage()
    {
        // The suite's targets are raw: the address must not mend them before the signer sees them.
        UriCreationOptions raw = new() { DangerousDisablePathAndQueryCanonicalization = true };
        HttpRequestMessage message = new(new HttpMethod(Method), new Uri($"https://example.amazonaws.com{Target}", raw))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        foreach ((string name, string value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private string Read(string extension) =>
        File.ReadAllText(Path.Combine(_folder, $"{Path.GetFileName(_folder)}.{extension}"))
            .Replace("\r", "", StringComparison.Ordinal);
}
