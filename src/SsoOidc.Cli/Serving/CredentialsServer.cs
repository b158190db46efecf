using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>
/// Offers credentials over the protocol of containers (AWS SDKs and Tools Reference, "Container credential provider"), on the
/// loopback address and to whoever knows the token.
/// </summary>
internal sealed class CredentialsServer : IAsyncDisposable
{
    private const string Path = "/credentials";
    private const int TokenBytes = 32;

    private readonly WebApplication _app;
    private readonly CredentialsEndpoint _endpoint;

    private CredentialsServer(IAwsCredentialsProvider provider, int port, Action<string> warn)
    {
        Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        _endpoint = new CredentialsEndpoint(provider, Token, warn);
        // The empty builder reads no environment variable and no settings file, and writes no log.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, ServerLifetime>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _app = builder.Build();
        _app.Run(_endpoint.HandleAsync);
    }

    /// <summary>The value of <c>AWS_CONTAINER_CREDENTIALS_FULL_URI</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The value of <c>AWS_CONTAINER_AUTHORIZATION_TOKEN</c>, a secret.</summary>
    public string Token { get; }

    /// <param name="provider">Whose credentials are offered.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="warn">Hears why a request got no credentials.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<CredentialsServer> StartAsync(
        IAwsCredentialsProvider provider,
        int port,
        Action<string> warn,
        CancellationToken cancellationToken
    )
    {
        CredentialsServer server = new(provider, port, warn);
        try
        {
            await server._app.StartAsync(cancellationToken);
            server.Address = new Uri(new Uri(server._app.Urls.First()), Path);
            server._endpoint.Host = server.Address.Port;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
