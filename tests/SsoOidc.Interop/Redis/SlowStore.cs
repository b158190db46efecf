namespace SsoOidc.Interop.Redis;

/// <summary>A store to which it is a long way, and back.</summary>
internal sealed class SlowStore(ITokenStore store, Jitter jitter) : ITokenStore
{
    public async ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        await jitter.PauseAsync();
        byte[]? content = await store.ReadAsync(name, cancellationToken);
        await jitter.PauseAsync();
        return content;
    }

    public async ValueTask WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken = default
    )
    {
        await jitter.PauseAsync();
        await store.WriteAsync(name, content, cancellationToken);
        await jitter.PauseAsync();
    }

    public async ValueTask<IPreparedWrite> PrepareWriteAsync(
        string name,
        int size,
        CancellationToken cancellationToken = default
    )
    {
        await jitter.PauseAsync();
        return new SlowWrite(await store.PrepareWriteAsync(name, size, cancellationToken), jitter);
    }

    public async ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default)
    {
        await jitter.PauseAsync();
        await store.RemoveAsync(name, cancellationToken);
    }

    public async ValueTask<IAsyncDisposable> LockAsync(
        string name,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        await jitter.PauseAsync();
        IAsyncDisposable held = await store.LockAsync(name, timeout, cancellationToken);
        await jitter.PauseAsync();
        return held;
    }

    private sealed class SlowWrite(IPreparedWrite write, Jitter jitter) : IPreparedWrite
    {
        public async ValueTask CommitAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
        {
            await jitter.PauseAsync();
            await write.CommitAsync(content, cancellationToken);
            await jitter.PauseAsync();
        }

        public ValueTask DisposeAsync() => write.DisposeAsync();
    }
}
