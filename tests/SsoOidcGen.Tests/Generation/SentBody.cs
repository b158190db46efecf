using System.Reflection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>What a generated client sends.</summary>
internal static class SentBody
{
    /// <summary>Calls <c>My.SsoOidcClient.CreateTokenAsync</c> with the properties that are required and some more.</summary>
    public static async Task<string> OfCreateTokenAsync(Assembly code, params (string Name, string Value)[] properties)
    {
        Type requestType = code.GetType("My.CreateTokenRequest", throwOnError: true)!;
        object request = Activator.CreateInstance(requestType)!;
        foreach (
            (string name, string value) in properties.Concat([
                ("ClientId", "id"),
                ("ClientSecret", "secret"),
                ("GrantType", "x"),
            ])
        )
        {
            requestType.GetProperty(name)!.SetValue(request, value);
        }

        using StubHandler handler = new("{}");
        using HttpClient http = new(handler);
        ServiceClientOptions options = new()
        {
            Endpoint = new Uri("https://example.com"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        Type clientType = code.GetType("My.SsoOidcClient", throwOnError: true)!;
        object client = Activator.CreateInstance(clientType, http, options)!;
        await (Task)clientType.GetMethod("CreateTokenAsync")!.Invoke(client, [request, CancellationToken.None])!;
        return handler.Body;
    }
}
