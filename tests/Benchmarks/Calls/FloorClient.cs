using System.Net.Http.Headers;
using System.Text.Json;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>The floor: the same calls written by hand, without retries, endpoint rules, validation or telemetry.</summary>
internal sealed class FloorClient(HttpClient http, string endpoint = "https://oidc.eu-central-1.amazonaws.com")
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Uri _token = new(endpoint + "/token");
    private readonly Uri _register = new(endpoint + "/client/register");
    private readonly Uri _accounts = new(endpoint + "/assignment/accounts");

    public async Task<FloorToken> CreateTokenAsync(
        FloorTokenRequest request,
        CancellationToken cancellationToken = default
    )
    {
        (FloorToken? token, FloorError? error) = await TryCreateTokenAsync(request, cancellationToken);
        return token ?? throw new FloorException(error!);
    }

    public async Task<(FloorToken? Token, FloorError? Error)> TryCreateTokenAsync(
        FloorTokenRequest request,
        CancellationToken cancellationToken = default
    )
    {
        using PooledBytes sent = new();
        Write(sent, request);
        using HttpRequestMessage message = new(HttpMethod.Post, _token) { Content = JsonContent(sent) };
        using HttpResponseMessage response = await SendAsync(message, cancellationToken);
        using PooledBytes received = new();
        await received.FillAsync(response.Content, cancellationToken);
        return response.IsSuccessStatusCode
            ? (ReadToken(received.Written.Span), null)
            : (null, ReadError(received.Written.Span));
    }

    public async Task<string?> RegisterClientAsync(
        string clientName,
        IReadOnlyList<string> scopes,
        CancellationToken cancellationToken = default
    )
    {
        using PooledBytes sent = new();
        Write(sent, clientName, scopes);
        using HttpRequestMessage message = new(HttpMethod.Post, _register) { Content = JsonContent(sent) };
        using HttpResponseMessage response = await SendAsync(message, cancellationToken);
        using PooledBytes received = new();
        await received.FillAsync(response.Content, cancellationToken);
        return ReadClientId(received.Written.Span);
    }

    public async Task<List<FloorAccount>> ListAccountsAsync(
        string accessToken,
        CancellationToken cancellationToken = default
    )
    {
        using HttpRequestMessage message = new(HttpMethod.Get, _accounts);
        message.Headers.TryAddWithoutValidation("x-amz-sso_bearer_token", accessToken);
        using HttpResponseMessage response = await SendAsync(message, cancellationToken);
        using PooledBytes received = new();
        await received.FillAsync(response.Content, cancellationToken);
        return ReadAccounts(received.Written.Span);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private static ReadOnlyMemoryContent JsonContent(PooledBytes body)
    {
        ReadOnlyMemoryContent content = new(body.Written);
        content.Headers.ContentType = Json;
        return content;
    }

    private static void Write(PooledBytes body, FloorTokenRequest request)
    {
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteString("clientId"u8, request.ClientId);
        writer.WriteString("clientSecret"u8, request.ClientSecret);
        writer.WriteString("grantType"u8, request.GrantType);
        writer.WriteString("deviceCode"u8, request.DeviceCode);
        writer.WriteEndObject();
    }

    private static void Write(PooledBytes body, string clientName, IReadOnlyList<string> scopes)
    {
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteString("clientName"u8, clientName);
        writer.WriteString("clientType"u8, "public");
        writer.WriteStartArray("scopes"u8);
        foreach (string scope in scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string? ReadClientId(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isId = reader.ValueTextEquals("clientId"u8);
            reader.Read();
            if (isId)
            {
                return reader.GetString();
            }

            reader.Skip();
        }

        return null;
    }

    private static FloorToken ReadToken(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body);
        string? accessToken = null;
        string? tokenType = null;
        int expiresIn = 0;
        string? refreshToken = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("accessToken"u8))
            {
                reader.Read();
                accessToken = reader.GetString();
            }
            else if (reader.ValueTextEquals("tokenType"u8))
            {
                reader.Read();
                tokenType = reader.GetString();
            }
            else if (reader.ValueTextEquals("expiresIn"u8))
            {
                reader.Read();
                expiresIn = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("refreshToken"u8))
            {
                reader.Read();
                refreshToken = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new FloorToken(accessToken, tokenType, expiresIn, refreshToken);
    }

    private static FloorError ReadError(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body);
        string? error = null;
        string? description = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                error = reader.GetString();
            }
            else if (reader.ValueTextEquals("error_description"u8))
            {
                reader.Read();
                description = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new FloorError(error, description);
    }

    private static List<FloorAccount> ReadAccounts(ReadOnlySpan<byte> body)
    {
        List<FloorAccount> accounts = [];
        Utf8JsonReader reader = new(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isList = reader.ValueTextEquals("accountList"u8);
            reader.Read();
            if (!isList)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                accounts.Add(ReadAccount(ref reader));
            }
        }

        return accounts;
    }

    private static FloorAccount ReadAccount(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? name = null;
        string? email = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("accountId"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("accountName"u8))
            {
                reader.Read();
                name = reader.GetString();
            }
            else if (reader.ValueTextEquals("emailAddress"u8))
            {
                reader.Read();
                email = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new FloorAccount(id, name, email);
    }
}

internal sealed record FloorTokenRequest(string ClientId, string ClientSecret, string GrantType, string DeviceCode);

internal sealed record FloorToken(string? AccessToken, string? TokenType, int ExpiresIn, string? RefreshToken);

internal sealed record FloorError(string? Error, string? Description);

internal sealed record FloorAccount(string? Id, string? Name, string? Email);

internal sealed class FloorException(FloorError error) : Exception(error.Description)
{
    public string? Error => error.Error;
}
