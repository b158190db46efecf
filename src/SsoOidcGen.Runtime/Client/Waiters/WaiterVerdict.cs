using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What a waiter concludes from a response.</summary>
/// <param name="State">What the response means.</param>
/// <param name="Acceptor">The rule that says so, in words.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WaiterVerdict(WaiterState State, string Acceptor)
{
    /// <summary>The waiter has what it waits for.</summary>
    public static WaiterVerdict Success(string acceptor) => new(WaiterState.Success, acceptor);

    /// <summary>The waiter gives up.</summary>
    public static WaiterVerdict Failure(string acceptor) => new(WaiterState.Failure, acceptor);

    /// <summary>The waiter asks again.</summary>
    public static WaiterVerdict Retry(string acceptor) => new(WaiterState.Retry, acceptor);
}
