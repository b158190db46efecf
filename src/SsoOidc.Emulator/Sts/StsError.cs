namespace SsoOidc.Emulator;

internal static class StsError
{
    public static ProtocolException Create(string code, string message, int status = 400) =>
        new(status, code, ("message", message));
}
