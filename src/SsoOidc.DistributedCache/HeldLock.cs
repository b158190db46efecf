using Medallion.Threading;

namespace SsoOidc;

/// <summary>A lock of another library, whose release may fail: the holder's result counts more, and a lock that is not freed expires.</summary>
internal sealed class HeldLock(IDistributedSynchronizationHandle handle) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        try
        {
            await handle.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Nothing is lost by it.
        }
    }
}
