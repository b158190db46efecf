using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SsoOidc.Interop.Credentials;

/// <summary>What an instance and a container offer on their link-local addresses, here on the loopback interface.</summary>
internal sealed class MetadataServer : IAsyncDisposable
{
    public const string ContainerToken = "token-of-the-pod";

    private const string InstanceToken = "token-of-the-instance";
    private const string Role = "role-of-the-instance";
    private const string InstancePath = "/latest/meta-data/iam/security-credentials/";

    private readonly WebApplication _app;
    private readonly string _document;

    private MetadataServer(string document)
    {
        _document = document;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPut(
            "/latest/api/token",
            static context =>
            {
                context.Response.Headers["x-aws-ec2-metadata-token-ttl-seconds"] = "21600";
                return context.Response.WriteAsync(InstanceToken);
            }
        );
        _app.MapGet(InstancePath, context => RespondAsync(context, IsFromInstance(context), Role));
        _app.MapGet(InstancePath + Role, context => RespondAsync(context, IsFromInstance(context), _document));
        _app.MapGet(
            "/container",
            context => RespondAsync(context, context.Request.Headers.Authorization == ContainerToken, _document)
        );
    }

    /// <summary>The address without a path.</summary>
    public string Address => _app.Urls.First();

    /// <param name="accessKeyId">Names the key that both hand out.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="token">Its session token.</param>
    public static async Task<MetadataServer> StartAsync(string accessKeyId, string secret, string token)
    {
        string expiration = DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        MetadataServer server = new(
            $$"""
            {"Code": "Success", "Type": "AWS-HMAC", "LastUpdated": "2026-01-01T00:00:00Z", "AccessKeyId": "{{accessKeyId}}",
            "SecretAccessKey": "{{secret}}", "Token": "{{token}}", "Expiration": "{{expiration}}"}
            """
        );
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsFromInstance(HttpContext context) =>
        context.Request.Headers["x-aws-ec2-metadata-token"] == InstanceToken;

    private static Task RespondAsync(HttpContext context, bool isAllowed, string body)
    {
        context.Response.StatusCode = isAllowed ? 200 : 401;
        context.Response.ContentType = "application/json";
        return isAllowed ? context.Response.WriteAsync(body) : Task.CompletedTask;
    }
}
