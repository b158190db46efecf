namespace SsoOidc.Emulator;

internal enum DeviceAuthorizationState
{
    Pending,
    Approved,
    Denied,
    Redeemed,
    Expired,
}
