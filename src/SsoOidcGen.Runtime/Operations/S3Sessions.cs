using System.Collections.Concurrent;

namespace SsoOidcGen.Runtime;

/// <summary>The sessions of S3's directory buckets, each for a bucket and the credentials that asked for it. Thread-safe.</summary>
internal sealed class S3Sessions
{
    private const int MostSessions = 100;

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(45);

    private readonly ConcurrentDictionary<
        (string Bucket, string KeyId, string Secret),
        Task<AwsCredentials>
    > _sessions = new();

    /// <summary>The credentials of a session that is valid for a while yet.</summary>
    public async ValueTask<AwsCredentials> GetAsync(
        string bucket,
        AwsCredentials credentials,
        ICallRunner runner,
        ClockSkew clock,
        CancellationToken cancellationToken
    )
    {
        var key = (bucket, credentials.AccessKeyId, credentials.SecretAccessKey);
        while (true)
        {
            if (!_sessions.TryGetValue(key, out Task<AwsCredentials>? session))
            {
                session = Start(key, runner);
            }

            // Others may wait for the same session, so that a caller who gives up does not end it.
            AwsCredentials found = await session.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (found.Expiration is not { } end || end - clock.Now > Margin)
            {
                return found;
            }

            _sessions.TryRemove(new(key, session));
        }
    }

    private Task<AwsCredentials> Start((string Bucket, string KeyId, string Secret) key, ICallRunner runner)
    {
        if (_sessions.Count >= MostSessions)
        {
            _sessions.Clear();
        }

        TaskCompletionSource<AwsCredentials> promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<AwsCredentials> session = _sessions.GetOrAdd(key, promise.Task);
        if (session == promise.Task)
        {
            _ = CreateAsync(key, runner, promise);
        }

        return session;
    }

    private async Task CreateAsync(
        (string Bucket, string KeyId, string Secret) key,
        ICallRunner runner,
        TaskCompletionSource<AwsCredentials> promise
    )
    {
        try
        {
            Call<string, AwsCredentials> call = new(CreateS3SessionOperation.Descriptor, key.Bucket);
            if (await runner.RunAsync(call, CancellationToken.None).ConfigureAwait(false) is { } failure)
            {
                throw failure;
            }

            promise.SetResult(call.Output);
        }
#pragma warning disable CA1031 // Whoever waits for the session throws it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _sessions.TryRemove(new(key, promise.Task));
            promise.SetException(e);
        }
    }
}
