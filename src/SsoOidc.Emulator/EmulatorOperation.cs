namespace SsoOidc.Emulator;

/// <summary>What a request asks the emulator for. Faults are scripted and requests are recorded under these names.</summary>
public enum EmulatorOperation
{
    /// <summary>A path or method the service does not have.</summary>
    Unknown,

    /// <summary><c>POST /client/register</c></summary>
    RegisterClient,

    /// <summary><c>POST /device_authorization</c></summary>
    StartDeviceAuthorization,

    /// <summary><c>POST /token</c></summary>
    CreateToken,

    /// <summary><c>POST /token?aws_iam=t</c>, signed.</summary>
    CreateTokenWithIAM,

    /// <summary><c>GET /federation/credentials</c></summary>
    GetRoleCredentials,

    /// <summary><c>GET /assignment/accounts</c></summary>
    ListAccounts,

    /// <summary><c>GET /assignment/roles</c></summary>
    ListAccountRoles,

    /// <summary><c>POST /logout</c></summary>
    Logout,

    /// <summary><c>POST /</c> with <c>Action=AssumeRole</c>: STS, signed.</summary>
    AssumeRole,

    /// <summary><c>POST /</c> with <c>Action=AssumeRoleWithWebIdentity</c>: STS.</summary>
    AssumeRoleWithWebIdentity,

    /// <summary><c>POST /</c> with <c>Action=GetCallerIdentity</c>: STS, signed.</summary>
    GetCallerIdentity,

    /// <summary><c>GET</c> and <c>POST /device</c>: the page on which the user approves or denies a device.</summary>
    DevicePage,

    /// <summary><c>GET</c> and <c>POST /authorize</c>: the page of the authorization code flow.</summary>
    Authorize,

    /// <summary>One of <see cref="EmulatorOptions.VanityRedirects"/>.</summary>
    VanityStartUrl,
}
