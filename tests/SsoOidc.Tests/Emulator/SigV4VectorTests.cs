using System.Text;
using SsoOidc.Emulator;
using SsoOidcGen.Testing;

namespace SsoOidc.Tests.Emulator;

/// <summary>The public SigV4 test suite, read from the verifying side.</summary>
public sealed class SigV4VectorTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    [Fact]
    public void Every_published_signature_is_recomputed()
    {
        string root = Repository.DataOrSkip("sigv4-tests");
        string[] requests = Directory.GetFiles(root, "*.req", SearchOption.AllDirectories);
        Assert.NotEmpty(requests);

        Assert.All(
            requests,
            path =>
            {
                string header = File.ReadAllText(Path.ChangeExtension(path, ".authz")).Trim();
                SigV4Authorization authorization = SigV4Authorization.TryParse(header)!;
                SignedRequest request = Read(path);
                Assert.Equal(authorization.Signature, SigV4Signature.Compute(request, authorization, Secret));
            }
        );
    }

    private static SignedRequest Read(string path)
    {
        string[] parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n\n", 2);
        string[] lines = parts[0].TrimEnd().Split('\n');
        string[] requestLine = lines[0].Split(' ');
        var headers = new List<(string Name, string Value)>();
        foreach (string line in lines.Skip(1))
        {
            if (line.StartsWith(' '))
            {
                headers[^1] = (headers[^1].Name, $"{headers[^1].Value} {line.Trim()}");
            }
            else
            {
                string[] pair = line.Split(':', 2);
                headers.Add((pair[0], pair[1]));
            }
        }

        return new SignedRequest(
            requestLine[0],
            // One of the targets holds a blank.
            string.Join(' ', requestLine[1..^1]),
            [.. headers, .. SessionToken(path, headers)],
            Encoding.UTF8.GetBytes(parts.ElementAtOrDefault(1) ?? "")
        );
    }

    /// <summary>A session token stands only in the canonical request, not in the request to be signed.</summary>
    private static IEnumerable<(string Name, string Value)> SessionToken(
        string path,
        List<(string Name, string Value)> headers
    )
    {
        const string Name = "x-amz-security-token";
        string? line = File.ReadLines(Path.ChangeExtension(path, ".creq"))
            .FirstOrDefault(line => line.StartsWith($"{Name}:", StringComparison.Ordinal));
        bool isGiven = headers.Exists(header => header.Name.Equals(Name, StringComparison.OrdinalIgnoreCase));
        return line is null || isGiven ? [] : [(Name, line[(Name.Length + 1)..])];
    }
}
