using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace SsoOidc;

/// <summary>What this process knows of a token beyond what its store holds, shared by all who use the store.</summary>
internal sealed class ProcessToken
{
    // Two objects for one folder are one store.
    private static readonly ConcurrentDictionary<string, object> s_folders = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, ProcessToken>> s_stores = [];
    private UnwrittenToken? _unwritten;
    private long _nextAttempt;
    private int _isReported;

    /// <summary>What callers ask: for the token as it is, or for a new one.</summary>
    public SingleFlight<SsoToken> Asking { get; } = new();

    /// <summary>What is sent. It may last longer than callers wait.</summary>
    public SingleFlight<SsoToken> Refreshing { get; } = new();

    /// <summary>Newer than the store's entry, which could not be written.</summary>
    public UnwrittenToken? Unwritten
    {
        get => Volatile.Read(ref _unwritten);
        set => Volatile.Write(ref _unwritten, value);
    }

    /// <summary>Those of all stores that are in use.</summary>
    public static IEnumerable<ProcessToken> All => s_stores.SelectMany(store => store.Value.Values);

    public static ProcessToken Of(ITokenStore store, string name)
    {
        object key = store is FileTokenStore files
            ? s_folders.GetOrAdd(files.Directory, static _ => new object())
            : store;
        return s_stores.GetValue(key, static _ => new()).GetOrAdd(name, static _ => new ProcessToken());
    }

    /// <summary>While a token is valid, attempts to renew or to write it keep a distance.</summary>
    public bool MayAttemptAt(DateTimeOffset now) => now.UtcTicks >= Volatile.Read(ref _nextAttempt);

    public void Pause(DateTimeOffset now) => Volatile.Write(ref _nextAttempt, (now + Expiry.Pause).UtcTicks);

    public void Resume() => Volatile.Write(ref _nextAttempt, 0);

    /// <summary>The entry has been replaced or removed on purpose: what was found out before counts no more.</summary>
    public void Forget()
    {
        Resume();
        Asking.Reset();
    }

    /// <summary>Waits until nothing is under way. Who asks may cause a refresh, so the order matters.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await Asking.Completion.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Refreshing.Completion.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The token was stored, so the next failure is news again.</summary>
    public void Stored()
    {
        Unwritten = null;
        Volatile.Write(ref _isReported, 0);
    }

    /// <summary>Whether a failure is news: the first until a token is stored.</summary>
    public bool IsNews() => Interlocked.Exchange(ref _isReported, 1) == 0;

    /// <summary>Forgets a token in memory because somebody else has written or removed the entry.</summary>
    public void Drop(UnwrittenToken superseded) => Interlocked.CompareExchange(ref _unwritten, null, superseded);
}
