using System.Net;
using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>Turns credentials into an address that opens the AWS console (IAM User Guide, "Enabling custom identity broker access").</summary>
/// <param name="federation">The federation endpoint.</param>
/// <param name="http">Sends the request; follows no redirect, because the address of the request is a secret.</param>
internal sealed class ConsoleSignIn(Uri federation, HttpMessageInvoker http)
{
    private const int MaxBytes = 64 * 1024;

    /// <param name="credentials">Temporary credentials.</param>
    /// <param name="destination">The page of the console to open.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="CliException">The endpoint gives no token.</exception>
    public async Task<Uri> GetAddressAsync(
        AwsCredentials credentials,
        Uri destination,
        CancellationToken cancellationToken
    )
    {
        string token = await GetTokenAsync(credentials, cancellationToken);
        return WithQuery(
            ("Action", "login"),
            ("Issuer", CommandLine.ToolName),
            ("Destination", destination.AbsoluteUri),
            ("SigninToken", token)
        );
    }

    private async Task<string> GetTokenAsync(AwsCredentials credentials, CancellationToken cancellationToken)
    {
        using MemoryStream session = new();
        using (Utf8JsonWriter json = new(session))
        {
            json.WriteStartObject();
            json.WriteString("sessionId", credentials.AccessKeyId);
            json.WriteString("sessionKey", credentials.SecretAccessKey);
            json.WriteString("sessionToken", credentials.SessionToken);
            json.WriteEndObject();
        }

        string text = System.Text.Encoding.UTF8.GetString(session.GetBuffer(), 0, (int)session.Length);
        using HttpRequestMessage message = new(
            HttpMethod.Get,
            WithQuery(("Action", "getSigninToken"), ("Session", text))
        );
        try
        {
            using HttpResponseMessage response = await http.SendAsync(message, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? await ReadTokenAsync(response.Content, cancellationToken)
                : throw Failed($"responded with HTTP {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            throw Failed($"cannot be reached: {exception.Message.TrimEnd('.')}");
        }
    }

    private async Task<string> ReadTokenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        byte[] body = new byte[MaxBytes];
        int length = await stream.ReadAtLeastAsync(body, MaxBytes, throwOnEndOfStream: false, cancellationToken);
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.AsMemory(0, length));
            return document.RootElement.GetProperty("SigninToken").GetString() is { Length: > 0 } token
                ? token
                : throw Failed("responded without a token");
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failed("responded without a token");
        }
    }

    private Uri WithQuery(params (string Name, string Value)[] parameters) =>
        new UriBuilder(federation)
        {
            Query = string.Join('&', parameters.Select(item => $"{item.Name}={Uri.EscapeDataString(item.Value)}")),
        }.Uri;

    private CliException Failed(string problem) =>
        new(
            new Failure(
                ExitCode.Failed,
                "console",
                $"The federation endpoint {federation.Host} {problem}.",
                "Check the network, and that the credentials are those of a role."
            )
        );
}
