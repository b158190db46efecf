namespace SsoOidc.Emulator;

internal sealed class DeviceAuthorizationStore(EmulatorOptions options)
{
    private readonly BoundedStore<string, DeviceAuthorization> _byDeviceCode = Create(options);
    private readonly BoundedStore<string, DeviceAuthorization> _byUserCode = Create(options);

    public void Add(DeviceAuthorization authorization)
    {
        _byDeviceCode.Add(authorization.DeviceCode, authorization);
        _byUserCode.Add(authorization.UserCode, authorization);
    }

    public DeviceAuthorization? FindByDeviceCode(string deviceCode) => _byDeviceCode.Find(deviceCode);

    public DeviceAuthorization? FindByUserCode(string typed) => _byUserCode.Find(UserCode.Normalize(typed));

    private static BoundedStore<string, DeviceAuthorization> Create(EmulatorOptions options) =>
        new(
            options.TimeProvider,
            options.DeviceCodeLifetime + EmulatorOptions.Afterlife,
            authorization => Footprint.Entry + authorization.Client.Bytes
        );
}
