using Microsoft.Extensions.Hosting;

namespace SsoOidc.Emulator;

/// <summary>The process belongs to whoever started the emulator: it installs no handler for Ctrl+C or SIGTERM.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
