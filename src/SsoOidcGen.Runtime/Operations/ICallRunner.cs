namespace SsoOidcGen.Runtime;

/// <summary>Makes a call of the client's service: what authenticates a call may need another.</summary>
internal interface ICallRunner
{
    /// <returns>Null when the call succeeded; its output is in <paramref name="call"/> then.</returns>
    ValueTask<ServiceException?> RunAsync(Call call, CancellationToken cancellationToken);
}
