namespace SsoOidcGen.Plan;

/// <summary>What an acceptor makes of a response; named as the runtime's verdicts are.</summary>
internal enum WaiterVerdict
{
    Success,
    Failure,
    Retry,
}
