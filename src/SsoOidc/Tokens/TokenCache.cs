using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>A session's token in a store, or in memory as long as the store does not take it.</summary>
internal sealed class TokenCache(ITokenStore store, SsoSession session, Action<string>? warn, IClientLog? log)
{
    /// <summary>How long another holder of a token's lock is waited for where nothing works without it.</summary>
    public static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(1);

    // A sign-in needs no lock to be safe: a refresh looks before it writes.
    private static readonly TimeSpan s_signInPatience = TimeSpan.FromSeconds(5);

    // Tokens of IAM Identity Center take some kilobytes.
    private const int Room = 64 * 1024;

    public ProcessToken Process { get; } = ProcessToken.Of(store, session.TokenName);

    /// <exception cref="SignInRequiredException">There is none, or what is there is no token.</exception>
    public async Task<CachedToken> ReadAsync(CancellationToken cancellationToken) =>
        await TryReadAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new SignInRequiredException(session, $"There is no token for {session.DisplayName}. Sign in first.");

    /// <exception cref="SignInRequiredException">What is there is no token.</exception>
    public async Task<CachedToken?> TryReadAsync(CancellationToken cancellationToken)
    {
        // Looked at before the store: once it is written, it is found there.
        if (Process.Unwritten is { } unwritten)
        {
            return await TryReadAsync(unwritten, cancellationToken).ConfigureAwait(false);
        }

        return await TryReadStoreAsync(cancellationToken).ConfigureAwait(false) is { } stored
            ? new CachedToken(stored, stored.AccessToken)
            : null;
    }

    /// <summary>Reads what has to be known to sign out. Whatever is stored under its name counts as one.</summary>
    /// <returns>Null when there is nothing.</returns>
    public async Task<RevocableToken?> TryReadRevocableAsync(CancellationToken cancellationToken)
    {
        if (
            Process.Unwritten is { } unwritten
            && await TryReadAsync(unwritten, cancellationToken).ConfigureAwait(false) is { Token: var token }
        )
        {
            return new RevocableToken(token.AccessToken, token.Region);
        }

        RevocableToken illegible = new(AccessToken: null, Region: null);
        try
        {
            return await store.ReadAsync(session.TokenName, cancellationToken).ConfigureAwait(false) is { } json
                ? RevocableToken.TryRead(json) ?? illegible
                : null;
        }
        catch (Exception exception) when (EntryReading.IsUnreadable(exception))
        {
            return illegible;
        }
    }

    /// <summary>Makes room for a token.</summary>
    /// <exception cref="SsoException">There is none, or the store cannot be written.</exception>
    public async Task<IPreparedWrite> PrepareAsync()
    {
        try
        {
            return await store.PrepareWriteAsync(session.TokenName, Room, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw NotWritable(exception);
        }
    }

    /// <summary>Why a token is not refreshed when the store would not take the new one.</summary>
    public SsoException NotWritable(Exception cause) =>
        new(
            $"The token for {session.DisplayName} is not refreshed because the new one could not be stored in {Where}:"
                + $" {Sentence(cause)} The session is kept. Make that location writable or free space, and try again.",
            cause
        );

    /// <summary>Stores the token of a sign-in, under the lock if that is free soon. What cannot be stored is kept in memory and reported.</summary>
    /// <returns>Why it is not stored; null when it is.</returns>
    public async Task<string?> AddAsync(SsoToken token)
    {
        IAsyncDisposable? held = await TryLockAsync(s_signInPatience).ConfigureAwait(false);
        try
        {
            (_, SsoToken? stored) = await LookAsync().ConfigureAwait(false);
            return await StoreAsync(token, stored?.AccessToken, room: null).ConfigureAwait(false);
        }
        finally
        {
            Process.Forget();
            if (held is not null)
            {
                await held.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stores a refreshed token, unless somebody who takes no lock has signed in, refreshed or signed out meanwhile.</summary>
    /// <returns>The token that is in use from now on.</returns>
    /// <exception cref="SignInRequiredException">The session was signed out meanwhile.</exception>
    public async Task<SsoToken> ReplaceAsync(
        CachedToken old,
        SsoToken refreshed,
        IPreparedWrite? room,
        DateTimeOffset now
    )
    {
        (bool isReadable, SsoToken? stored) = await LookAsync().ConfigureAwait(false);
        if (isReadable && stored?.AccessToken != old.StoredAccessToken)
        {
            if (stored is null)
            {
                Process.Unwritten = null;
                throw new SignInRequiredException(
                    session,
                    $"{session.DisplayName} was signed out while its token was being refreshed. Sign in again."
                );
            }

            // An entry with the refresh token that has just been used up is not newer, whoever wrote it.
            if (stored.ExpiresAt > now && stored.RefreshToken != old.Token.RefreshToken)
            {
                Process.Unwritten = null;
                return stored;
            }
        }

        await StoreAsync(refreshed, stored?.AccessToken, room).ConfigureAwait(false);
        return refreshed;
    }

    /// <summary>Writes what could not be written before, if it is time to try and the lock is free.</summary>
    public async Task StoreUnwrittenAsync(DateTimeOffset now)
    {
        if (Process.Unwritten is null || !Process.MayAttemptAt(now))
        {
            return;
        }

        Process.Pause(now);
        if (await TryLockAsync(TimeSpan.Zero).ConfigureAwait(false) is { } held)
        {
            await using (held.ConfigureAwait(false))
            {
                CachedToken? cached = await TryReadAsync(CancellationToken.None).ConfigureAwait(false);
                if (
                    cached is { IsStored: false }
                    && await StoreAsync(cached.Token, cached.StoredAccessToken, room: null).ConfigureAwait(false)
                        is null
                )
                {
                    Process.Resume();
                }
            }
        }
    }

    /// <summary>Removes the token, also from memory.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        Process.Unwritten = null;
        await store.RemoveAsync(session.TokenName, cancellationToken).ConfigureAwait(false);
        Process.Forget();
    }

    public ValueTask<IAsyncDisposable> LockAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        store.LockAsync(session.TokenName, timeout, cancellationToken);

    /// <summary>Tells the caller once about what costs no call its result.</summary>
    public void Report(string message)
    {
        if (warn is not null && Process.IsNews())
        {
            warn(message);
        }
    }

    private string Where => store.LocationOf(session.TokenName);

    /// <returns>Null when it was written; else why not.</returns>
    private async Task<string?> StoreAsync(SsoToken token, string? replaces, IPreparedWrite? room)
    {
        try
        {
            byte[] content = token.ToJson();
            room ??= await store
                .PrepareWriteAsync(session.TokenName, content.Length, CancellationToken.None)
                .ConfigureAwait(false);
            await using (room.ConfigureAwait(false))
            {
                await room.CommitAsync(content, CancellationToken.None).ConfigureAwait(false);
            }

            Process.Stored();
            return null;
        }
        catch (Exception exception)
        {
            // Whatever a store throws: the token that was there before may be used up, so this one must not get lost.
            Process.Unwritten = new UnwrittenToken(token, replaces);
            TokenEvents.NotStored(log, session, exception);
            string message =
                $"The new token for {session.DisplayName} could not be stored in {Where}: {Sentence(exception)}"
                + " It is kept in memory and lost with this process, and then you have to sign in again."
                + " Make that location writable or free space: it is written as soon as that is possible.";
            Report(message);
            return message;
        }
    }

    private async Task<CachedToken?> TryReadAsync(UnwrittenToken unwritten, CancellationToken cancellationToken)
    {
        (bool isReadable, SsoToken? stored) = await LookAsync(cancellationToken).ConfigureAwait(false);
        if (!isReadable || stored?.AccessToken == unwritten.Replaces)
        {
            return new CachedToken(unwritten.Token, unwritten.Replaces);
        }

        Process.Drop(unwritten);
        return stored is null ? null : new CachedToken(stored, stored.AccessToken);
    }

    /// <summary>What the store holds, if that can be told.</summary>
    private async Task<(bool IsReadable, SsoToken? Stored)> LookAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return (true, await TryReadStoreAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (false, null);
        }
    }

    private async Task<SsoToken?> TryReadStoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(session.TokenName, cancellationToken).ConfigureAwait(false) is { } json
                ? SsoToken.FromJson(json)
                : null;
        }
        catch (FormatException exception)
        {
            throw new SignInRequiredException(
                session,
                $"The cached token for {session.DisplayName} ({Where}) is invalid: {exception.Message}. Sign in again.",
                exception
            );
        }
    }

    private async Task<IAsyncDisposable?> TryLockAsync(TimeSpan timeout)
    {
        try
        {
            return await LockAsync(timeout, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Held by another, or not to be had at all, as on a read-only disk: that shows at the write.
            return null;
        }
    }

    private static string Sentence(Exception exception) => exception.Message.TrimEnd('.') + ".";
}
