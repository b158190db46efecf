using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>Hands credentials to programs that know the token. A page in a browser gets nothing, whatever name it calls this machine.</summary>
internal sealed class CredentialsEndpoint(IAwsCredentialsProvider provider, string token, Action<string> warn)
{
    private readonly byte[] _token = Encoding.ASCII.GetBytes(token);

    /// <summary>The port that requests come in at.</summary>
    public int Host { get; set; }

    public async Task HandleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        context.Response.Headers.CacheControl = "no-store";
        if (request.Host.Host is not ("127.0.0.1" or "localhost") || request.Host.Port != Host)
        {
            await WriteErrorAsync(context, 403, "Forbidden", "The request is for another host");
        }
        else if (!HttpMethods.IsGet(request.Method))
        {
            await WriteErrorAsync(context, 405, "MethodNotAllowed", "Credentials are read with GET");
        }
        else if (!IsKnown(request.Headers.Authorization.ToString()))
        {
            await WriteErrorAsync(context, 401, "Unauthorized", "The header Authorization does not hold the token");
        }
        else
        {
            await WriteCredentialsAsync(context);
        }
    }

    private bool IsKnown(string authorization) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization), _token);

    private async Task WriteCredentialsAsync(HttpContext context)
    {
        AwsCredentials credentials;
        try
        {
            credentials = await provider.GetCredentialsAsync(context.RequestAborted);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            Failure failure = Failure.From(exception);
            warn($"{failure.Message} {failure.Next}");
            // Clients repeat what ends with 5xx; signing in is for the user.
            int status = failure.ExitCode == ExitCode.SignInRequired ? 403 : 500;
            await WriteErrorAsync(context, status, failure.Code, failure.Message);
            return;
        }

        await WriteAsync(
            context,
            200,
            json =>
            {
                json.WriteString("AccessKeyId", credentials.AccessKeyId);
                json.WriteString("SecretAccessKey", credentials.SecretAccessKey);
                json.WriteString("Token", credentials.SessionToken ?? "");
                json.WriteString(
                    "Expiration",
                    // Some clients insist on one; they come back in time for what is new then.
                    (credentials.Expiration ?? DateTimeOffset.UtcNow.AddHours(1)).UtcDateTime.ToString(
                        "yyyy-MM-dd'T'HH:mm:ss'Z'",
                        CultureInfo.InvariantCulture
                    )
                );
                if (credentials.AccountId is { } account)
                {
                    json.WriteString("AccountId", account);
                }
            }
        );
    }

    private static Task WriteErrorAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(
            context,
            status,
            json =>
            {
                json.WriteString("code", code);
                json.WriteString("message", message);
            }
        );

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> members)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }
}
