using System.Security.Cryptography;
using SsoOidc.Signin;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc;

/// <summary>Reads the credentials of a login session from the cache, and refreshes them there for all who use it.</summary>
/// <param name="source">The session.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="handler">Sends the requests.</param>
internal sealed class LoginSessionLoader(
    LoginSessionSource source,
    TimeProvider timeProvider,
    HttpMessageHandler handler
) : CredentialsLoader
{
    private const int Room = 16 * 1024;
    private const int MaxResponseBytes = 64 * 1024;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_lockTimeout = TimeSpan.FromMinutes(1);
    private readonly FileTokenStore _store = new(source.Folder, timeProvider);

    public override string Source => source.Name;

    public override AwsCredentials Load() => LoadAsync().GetAwaiter().GetResult();

    private async Task<AwsCredentials> LoadAsync()
    {
        try
        {
            LoginEntry entry = await ReadAsync().ConfigureAwait(false);
            return IsFresh(entry) ? entry.Credentials : await RefreshAsync().ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            throw Failed(
                $"is damaged in {Location}: {exception.Message}",
                "Sign in again with 'aws login'.",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw Failed(
                $"cannot be refreshed: {exception.Message.TrimEnd('.')}",
                $"Check the permissions of {Location}.",
                exception
            );
        }
    }

    private string Location => _store.PathOf(source.EntryName);

    private async Task<LoginEntry> ReadAsync() =>
        await _store.ReadAsync(source.EntryName).ConfigureAwait(false) is { } json
            ? LoginEntry.FromJson(json)
            : throw Failed($"is not in {Location}", "Sign in with 'aws login'.");

    /// <summary>Room for the response is made before it is asked for: it may hold another refresh token.</summary>
    private async Task<AwsCredentials> RefreshAsync()
    {
        IAsyncDisposable held = await _store.LockAsync(source.EntryName, s_lockTimeout).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            // Whoever held the lock before, or takes none, may have refreshed it.
            LoginEntry entry = await ReadAsync().ConfigureAwait(false);
            if (IsFresh(entry))
            {
                return entry.Credentials;
            }

            IPreparedWrite room = await _store.PrepareWriteAsync(source.EntryName, Room).ConfigureAwait(false);
            await using (room.ConfigureAwait(false))
            {
                LoginEntry refreshed = await ExchangeAsync(entry).ConfigureAwait(false);
                await room.CommitAsync(refreshed.ToJson()).ConfigureAwait(false);
                return refreshed.Credentials;
            }
        }
    }

    private async Task<LoginEntry> ExchangeAsync(LoginEntry entry)
    {
        using ECDsa key = entry.ImportKey();
        using ProofHandler prover = new(key, timeProvider, handler);
        using HttpClient http = new(prover, disposeHandler: false);
        using SigninClient client = new(http, Options);
        CreateOAuth2TokenRequest request = new()
        {
            TokenInput = new CreateOAuth2TokenRequestBody
            {
                ClientId = entry.ClientId,
                GrantType = "refresh_token",
                RefreshToken = entry.RefreshToken,
            },
        };
        DateTimeOffset start = timeProvider.GetUtcNow();
        try
        {
            CreateOAuth2TokenResponse response = await client.CreateOAuth2TokenAsync(request).ConfigureAwait(false);
            return entry.Refreshed(response.TokenOutput, start)
                ?? throw Failed("was refreshed with a response that holds no credentials", "Try again.");
        }
        catch (ServiceException exception)
        {
            throw Failed(
                $"was not refreshed: {exception.Message.TrimEnd('.')}",
                RemedyOf((exception as Signin.AccessDeniedException)?.Error),
                exception
            );
        }
    }

    private ServiceClientOptions Options =>
        new()
        {
            Region = source.Region,
            Profile = source.Profile,
            Environment = source.Environment,
            UseFipsEndpoint = source.UseFipsEndpoint,
            UseDualStackEndpoint = source.UseDualStackEndpoint,
            AllowPlainHttp = source.AllowPlainHttp,
            MaxResponseBytes = MaxResponseBytes,
            TimeProvider = timeProvider,
        };

    private bool IsFresh(LoginEntry entry) => entry.Credentials.Expiration - timeProvider.GetUtcNow() > s_window;

    private static string RemedyOf(OAuth2ErrorCode? error) =>
        error?.Value switch
        {
            "TOKEN_EXPIRED" => "The session has ended: sign in again with 'aws login'.",
            "USER_CREDENTIALS_CHANGED" => "The user's password has changed: sign in again with 'aws login'.",
            "INSUFFICIENT_PERMISSIONS" => "A policy must allow signin:CreateOAuth2Token.",
            _ => "Check the network and the region, or sign in again with 'aws login'.",
        };

    private CredentialsException Failed(string problem, string remedy, Exception? cause = null) =>
        new($"{source.Where}: the login session {problem}. {remedy}", cause);
}
