namespace SsoOidc;

/// <summary>How the user signs in.</summary>
public enum SignInMethod
{
    /// <summary>In a browser where one can reach this machine, else with a device code.</summary>
    Automatic,

    /// <summary>In a browser on this machine: authorization code with PKCE (RFC 8252, RFC 7636).</summary>
    Browser,

    /// <summary>With a code, in a browser anywhere: device authorization (RFC 8628).</summary>
    DeviceCode,
}
