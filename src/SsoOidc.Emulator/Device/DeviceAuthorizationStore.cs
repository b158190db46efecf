using System.Collections.Concurrent;

namespace SsoOidc.Emulator;

internal sealed class DeviceAuthorizationStore
{
    private readonly ConcurrentDictionary<string, DeviceAuthorization> _byDeviceCode = new();
    private readonly ConcurrentDictionary<string, DeviceAuthorization> _byUserCode = new();

    public void Add(DeviceAuthorization authorization)
    {
        _byDeviceCode[authorization.DeviceCode] = authorization;
        _byUserCode[authorization.UserCode] = authorization;
    }

    public DeviceAuthorization? FindByDeviceCode(string deviceCode) => _byDeviceCode.GetValueOrDefault(deviceCode);

    public DeviceAuthorization? FindByUserCode(string typed) =>
        _byUserCode.GetValueOrDefault(UserCode.Normalize(typed));
}
