using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

internal static class AcceptorStateReader
{
    /// <summary>Null, with a diagnostic, when there is none or it is unknown.</summary>
    public static AcceptorState? Read(JsonFields acceptor)
    {
        string? state = acceptor.RequiredText("state");
        switch (state)
        {
            case null:
                return null;
            case "success":
                return AcceptorState.Success;
            case "failure":
                return AcceptorState.Failure;
            case "retry":
                return AcceptorState.Retry;
            default:
                acceptor.Wrong("state", "success, failure or retry", $"'{state}'");
                return null;
        }
    }
}
