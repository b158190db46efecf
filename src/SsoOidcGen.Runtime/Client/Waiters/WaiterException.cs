using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>What was waited for will not happen any more, or has not happened in time.</summary>
public sealed class WaiterException : Exception
{
    internal WaiterException(
        string waiter,
        string operation,
        WaiterVerdict verdict,
        int attempts,
        object? lastOutput,
        ServiceException? lastError
    )
        : base(Describe(waiter, operation, verdict, attempts), lastError)
    {
        Waiter = waiter;
        Operation = operation;
        LastState = verdict.State;
        Acceptor = verdict.Acceptor;
        Attempts = attempts;
        LastOutput = lastOutput;
    }

    /// <summary>What was waited for, for example <c>ClusterActive</c>.</summary>
    public string Waiter { get; }

    /// <summary>The operation that was called.</summary>
    public string Operation { get; }

    /// <summary>
    /// <see cref="WaiterState.Failure"/> when it will not happen any more; <see cref="WaiterState.Retry"/> when the
    /// calls were used up.
    /// </summary>
    public WaiterState LastState { get; }

    /// <summary>The rule that put the waiter in its last state, for example <c>cluster.status == 'FAILED'</c>.</summary>
    public string Acceptor { get; }

    /// <summary>How many calls were made.</summary>
    public int Attempts { get; }

    /// <summary>The last output; null when the last call failed, as the inner exception says.</summary>
    public object? LastOutput { get; }

    private static string Describe(string waiter, string operation, WaiterVerdict verdict, int attempts)
    {
        string calls = $"{attempts} {(attempts == 1 ? "call" : "calls")} of {operation}";
        return verdict.State == WaiterState.Failure
            ? $"Waiting for {waiter} failed after {calls}: {verdict.Acceptor}."
            : $"{waiter} has not happened within {calls}; last: {verdict.Acceptor}. To wait longer, set {nameof(WaiterOptions)}.{nameof(WaiterOptions.MaxAttempts)} or {nameof(WaiterOptions.Delay)}.";
    }
}
