using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SsoOidc.CompilerServices;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Profiles that are signed in to with <c>aws login</c>.</summary>
public sealed class LoginSessionTests : IDisposable
{
    private const string File = "login-provider-test-cases.json";
    private const string Profile = "signin";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("ssooidcgen-");

    public static TheoryData<string> Cases => JsonCases.Names(File, list: null, "documentation");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_ends_as_with_the_other_client(string name)
    {
        JsonElement test = JsonCases.Find(File, list: null, "documentation", name);
        Write(Path.Combine(".aws", "config"), test.GetProperty("configContents").GetString()!);
        foreach (JsonProperty entry in test.GetProperty("cacheContents").EnumerateObject())
        {
            Write(PathOf(entry.Name), entry.Value.GetRawText());
        }

        Queue<JsonElement> calls = new(
            test.TryGetProperty("mockApiCalls", out JsonElement recorded) ? recorded.EnumerateArray() : []
        );
        using StubHandler handler = new((request, _) => Respond(request, calls));

        string outcome = await OutcomeAsync(handler);

        Assert.Empty(calls);
        foreach (JsonElement expected in test.GetProperty("outcomes").EnumerateArray())
        {
            string kind = expected.GetProperty("result").GetString()!;
            if (kind == "cacheContents")
            {
                AssertCache(expected);
            }
            else
            {
                Assert.Equal(kind == "credentials" ? Shown(expected) : kind, outcome);
            }
        }
    }

    private async Task<string> OutcomeAsync(HttpMessageHandler handler)
    {
        ServiceClientOptions options = new()
        {
            Environment = new AwsEnvironment(_home.FullName),
            Profile = Profile,
            Region = "us-east-1",
            TimeProvider = new HastyTime(new DateTimeOffset(2025, 11, 19, 0, 0, 0, TimeSpan.Zero)),
        };
        CredentialsSearch search = new ClientSettings(options, "STS").Authentication.CreateSearch().Over(handler);
        try
        {
            AwsCredentials credentials = await SsoCredentialsChain
                .Instance.Find(search)
                .GetCredentialsAsync(TestContext.Current.CancellationToken);
            return string.Join(
                ' ',
                credentials.AccessKeyId,
                credentials.SecretAccessKey,
                credentials.SessionToken,
                credentials.AccountId,
                $"{credentials.Expiration:yyyy-MM-ddTHH:mm:ssZ}"
            );
        }
        catch (CredentialsException)
        {
            return "error";
        }
    }

    private static HttpResponseMessage Respond(HttpRequestMessage request, Queue<JsonElement> calls)
    {
        JsonElement call = calls.Dequeue();
        Assert.Equal("https://us-east-1.signin.aws.amazon.com/v1/token", request.RequestUri!.AbsoluteUri);
        using StreamReader body = new(request.Content!.ReadAsStream());
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(call.GetProperty("request").GetProperty("tokenInput").GetRawText()),
                JsonNode.Parse(body.ReadToEnd())
            )
        );
        HttpStatusCode status = call.TryGetProperty("responseCode", out JsonElement code)
            ? (HttpStatusCode)code.GetInt32()
            : HttpStatusCode.OK;
        string content = call.TryGetProperty("response", out JsonElement response)
            ? response.GetProperty("tokenOutput").GetRawText()
            : "{}";
        return new HttpResponseMessage(status) { Content = new StringContent(content) };
    }

    private void AssertCache(JsonElement expected)
    {
        foreach (JsonProperty entry in expected.EnumerateObject().Where(static member => member.Name != "result"))
        {
            using JsonDocument written = JsonDocument.Parse(
                System.IO.File.ReadAllText(Path.Combine(_home.FullName, PathOf(entry.Name)))
            );
            Assert.Equal(Kept(entry.Value), Kept(written.RootElement));
        }

        static (string, string?) Kept(JsonElement entry) =>
            (Shown(entry.GetProperty("accessToken")), entry.GetProperty("refreshToken").GetString());
    }

    private void Write(string path, string text)
    {
        string full = Path.Combine(_home.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
    }

    private static string PathOf(string entry) => Path.Combine(".aws", "login", "cache", entry);

    private static string Shown(JsonElement token) =>
        string.Join(
            ' ',
            token.GetProperty("accessKeyId").GetString(),
            token.GetProperty("secretAccessKey").GetString(),
            token.GetProperty("sessionToken").GetString(),
            token.GetProperty("accountId").GetString(),
            token.GetProperty("expiresAt").GetString()
        );
}
