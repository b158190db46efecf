using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>On which path of the metadata a role and its credentials are asked for.</summary>
public sealed class InstancePathTests
{
    private const string File = "imds-extended-tests.json";

    public static TheoryData<string> Cases => JsonCases.Names(File, "tests", "summary");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_is_asked_for_in_the_order_of_the_other_client(string name)
    {
        JsonElement test = JsonCases.Find(File, "tests", "summary", name);
        List<string> asked = [];
        Queue<JsonElement> expected = new(test.GetProperty("expectations").EnumerateArray());
        using StubHandler handler = new(
            (request, _) =>
            {
                if (request.Method == HttpMethod.Put)
                {
                    return new HttpResponseMessage { Content = new StringContent("token") };
                }

                asked.Add(request.RequestUri!.AbsolutePath.TrimEnd('/'));
                return Response(expected.Dequeue());
            }
        );
        FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch);
        InstanceSource source = new(
            new Uri("http://169.254.169.254"),
            TimeSpan.FromSeconds(1),
            MaxAttempts: 1,
            test.TryGetProperty("configuredProfile", out JsonElement profile) ? profile.GetString() : null
        );
        InstanceLoader loader = new(source, new InstanceMetadata(source, handler, clock));

        foreach (JsonElement outcome in test.GetProperty("outcomes").EnumerateArray())
        {
            if (outcome.GetProperty("result").GetString() == "success")
            {
                Assert.Equal(outcome.GetProperty("accountId").GetString(), loader.Load().AccountId);
            }
            else
            {
                Assert.Throws<CredentialsException>(loader.Load);
            }
        }

        Assert.Equal(
            test.GetProperty("expectations")
                .EnumerateArray()
                .Select(static item => item.GetProperty("get").GetString()),
            asked
        );
    }

    private static HttpResponseMessage Response(JsonElement expectation)
    {
        string body =
            !expectation.TryGetProperty("body", out JsonElement content) ? ""
            : content.ValueKind == JsonValueKind.String ? content.GetString()!
            : content.GetRawText();
        return new HttpResponseMessage((HttpStatusCode)expectation.GetProperty("status").GetInt32())
        {
            Content = new StringContent(body),
        };
    }
}
