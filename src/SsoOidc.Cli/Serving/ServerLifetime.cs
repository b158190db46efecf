using Microsoft.Extensions.Hosting;

namespace SsoOidc.Cli;

/// <summary>The command decides when the server ends: no signal is handled here, and nothing printed.</summary>
internal sealed class ServerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
