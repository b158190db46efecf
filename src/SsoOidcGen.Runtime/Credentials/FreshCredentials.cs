using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Keeps the credentials of one source, and replaces them in time.</summary>
/// <remarks>
/// One load at a time; whoever waits for it shares its result or its exception, and a caller who cancels stops only
/// waiting. While the held credentials are good for a while, a load runs in the background: it holds nobody up, and after
/// one that failed the next is made 30 seconds later.
/// </remarks>
/// <param name="loader">Gets new ones.</param>
/// <param name="clock">The clock.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FreshCredentials(CredentialsLoader loader, TimeProvider clock) : IRefreshedCredentials
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private HeldCredentials? _held;
    private Task<AwsCredentials>? _load;
    private Exception? _lastFailure;
    private long _nextEarlyLoad;

    /// <inheritdoc/>
    public Exception? LastFailure => Volatile.Read(ref _lastFailure);

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        HeldCredentials? held = Volatile.Read(ref _held);
        DateTimeOffset now = clock.GetUtcNow();
        if (held is null || held.MustBeReplaced(now))
        {
            return cancellationToken.IsCancellationRequested
                ? ValueTask.FromCanceled<AwsCredentials>(cancellationToken)
                : new(ReplaceAsync(held).WaitAsync(cancellationToken));
        }

        if (held.ShouldBeReplaced(now) && !loader.IsInteractive && now.UtcTicks >= Volatile.Read(ref _nextEarlyLoad))
        {
            _ = ReplaceAsync(held);
        }

        return new(held.Credentials);
    }

    /// <summary>Joins the load that runs, or starts one.</summary>
    private Task<AwsCredentials> ReplaceAsync(HeldCredentials? outdated)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_held, outdated))
            {
                // A load has ended meanwhile.
                return Task.FromResult(_held!.Credentials);
            }

            return _load is { IsCompleted: false } ? _load : _load = Start(outdated);
        }
    }

    private Task<AwsCredentials> Start(HeldCredentials? outdated)
    {
        // The load is nobody's in particular: neither the first caller's activity nor other ambient state belongs to it.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        Task<AwsCredentials> load = Task.Factory.StartNew(
            () => Load(outdated),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
        _ = load.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return load;
    }

    private AwsCredentials Load(HeldCredentials? outdated)
    {
        try
        {
            AwsCredentials loaded = loader.Load();
            AwsCredentials credentials = Hold(loaded.Expiration <= clock.GetUtcNow() ? Extend(loaded) : loaded);
            Volatile.Write(ref _lastFailure, null);
            return credentials;
        }
        catch (Exception exception) when (outdated is not null)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Volatile.Write(ref _lastFailure, exception);
            Volatile.Write(ref _nextEarlyLoad, (now + Pause).UtcTicks);
            if (!loader.IsStaticallyStable)
            {
                throw;
            }

            return outdated.MustBeReplaced(now) ? Hold(Extend(outdated.Credentials)) : outdated.Credentials;
        }
    }

    private AwsCredentials Hold(AwsCredentials credentials)
    {
        lock (_gate)
        {
            _held = new HeldCredentials(credentials, clock.GetUtcNow());
        }

        return credentials;
    }

    /// <summary>Instances cut off from their source go on with what they have: a service may still accept it.</summary>
    /// <exception cref="CredentialsException">The source is not of that kind.</exception>
    private AwsCredentials Extend(AwsCredentials expired)
    {
        const double LeastMinutes = 10;
        const double SpreadMinutes = 5;
        DateTimeOffset now = clock.GetUtcNow();
        return loader.IsStaticallyStable
            // Spreading instances in time needs no secrecy.
            ? expired.Until(now + TimeSpan.FromMinutes(LeastMinutes + (Random.Shared.NextDouble() * SpreadMinutes)))
            : throw new CredentialsException(
                $"The credentials from {loader.Source} expired at {expired.Expiration:u}, and it is {now:u}."
                    + " Check what supplies them, and the clock of this machine."
            );
    }
}
