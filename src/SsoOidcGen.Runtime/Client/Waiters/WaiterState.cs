namespace SsoOidcGen.Runtime;

/// <summary>What a response means to a waiter.</summary>
public enum WaiterState
{
    /// <summary>What is waited for has not happened yet.</summary>
    Retry,

    /// <summary>It has happened.</summary>
    Success,

    /// <summary>It will not happen any more.</summary>
    Failure,
}
