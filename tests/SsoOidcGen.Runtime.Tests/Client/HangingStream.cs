namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>A body whose bytes never come.</summary>
internal sealed class HangingStream : MemoryStream
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody waits for the bytes.</summary>
    public Task Started => _started.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _started.SetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
