using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SsoOidc.Tests.DependencyInjection;

/// <summary>What the tests of registrations share.</summary>
internal static class Registrations
{
    public static readonly CreateTokenWithIAMRequest SignedRequest = new()
    {
        ClientId = "app",
        GrantType = "refresh_token",
        RefreshToken = "token",
    };

    public static readonly RegisterClientRequest Request = new() { ClientName = "n", ClientType = "public" };

    public static IHttpClientBuilder RespondingWith(
        this IHttpClientBuilder builder,
        Func<HttpRequestMessage, HttpResponseMessage> respond
    ) => builder.ConfigurePrimaryHttpMessageHandler(() => new StubHandler((request, _) => respond(request)));

    public static HttpResponseMessage Empty(HttpRequestMessage request) =>
        new() { Content = new StringContent("{}"), RequestMessage = request };

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(static setting => KeyValuePair.Create($"Aws:Sso:{setting.Key}", setting.Value))
            )
            .Build()
            .GetSection("Aws:Sso");
}
