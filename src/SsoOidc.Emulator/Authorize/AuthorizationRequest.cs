namespace SsoOidc.Emulator;

/// <summary>What a client asks the user for in the browser (RFC 6749 §4.1.1 with RFC 7636 §4.3).</summary>
/// <param name="Client">The client that asks.</param>
/// <param name="RedirectUri">Where the browser is redirected with the response.</param>
/// <param name="State">The client's own mark, handed back as it came.</param>
/// <param name="Scopes">What is asked for.</param>
/// <param name="CodeChallenge">The S256 challenge; only an application that signs its requests may go without.</param>
internal sealed record AuthorizationRequest(
    Client Client,
    string RedirectUri,
    string? State,
    IReadOnlyList<string> Scopes,
    string? CodeChallenge
)
{
    public long Bytes =>
        Footprint.Entry + Client.Bytes + Footprint.Of(RedirectUri) + Footprint.Of(State) + Footprint.Of(Scopes);
}
