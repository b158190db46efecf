namespace SsoOidcGen.Runtime;

/// <summary>An operation of a fake client, whatever its input and output.</summary>
public abstract class FakeOperation
{
    private protected FakeOperation() { }

    /// <summary>Completes a call of this operation.</summary>
    /// <returns>How it failed; null when it has its output.</returns>
    internal abstract ValueTask<ServiceException?> RunAsync(Call call, CancellationToken cancellationToken);
}
