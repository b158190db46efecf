namespace SsoOidcGen.Runtime;

/// <summary>How a response says that it follows Smithy RPC v2 CBOR.</summary>
internal static class RpcV2Cbor
{
    public const string OtherProtocol = "Its header Smithy-Protocol names another protocol than rpc-v2-cbor.";

    /// <summary>A header that is missing is no obstacle: some services and gateways leave it out.</summary>
    public static bool IsSpokenIn(HttpResponseMessage response) =>
        ResponseHeaders.Get(response, "Smithy-Protocol") is null or "rpc-v2-cbor";
}
