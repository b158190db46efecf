namespace SsoOidc.Emulator;

/// <summary>The errors of the access portal, which carry a <c>message</c> instead of OAuth's members.</summary>
internal static class PortalError
{
    public static ProtocolException InvalidRequest(string message) => Create(400, "InvalidRequestException", message);

    public static ProtocolException Unauthorized(string message) => Create(401, "UnauthorizedException", message);

    public static ProtocolException NotFound(string message) => Create(404, "ResourceNotFoundException", message);

    private static ProtocolException Create(int status, string name, string message) =>
        new(
            status,
            $"{name}:http://internal.amazon.com/coral/com.amazonaws.switchboard.portal/",
            ("message", message),
            ("__type", $"com.amazonaws.switchboard.portal#{name}")
        );
}
