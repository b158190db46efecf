namespace SsoOidc.Emulator;

/// <summary>One device waiting for its user (RFC 8628): its codes, the decision, and how often it may ask.</summary>
internal sealed class DeviceAuthorization(Client client, EmulatorOptions options)
{
    private static readonly TimeSpan SlowDownStep = TimeSpan.FromSeconds(5);

    /// <summary>A client's timer may fire a little early; that is no reason to slow it down.</summary>
    private static readonly TimeSpan TimerTolerance = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly DateTimeOffset _expiresAt = options.TimeProvider.GetUtcNow() + options.DeviceCodeLifetime;
    private DeviceAuthorizationState _state = options.AutoApprove
        ? DeviceAuthorizationState.Approved
        : DeviceAuthorizationState.Pending;
    private TimeSpan _interval = options.Interval;
    private DateTimeOffset? _lastPoll;

    public Client Client { get; } = client;

    public string DeviceCode { get; } = Secrets.Create();

    public string UserCode { get; } = Emulator.UserCode.Create();

    public DeviceAuthorizationState State
    {
        get
        {
            lock (_lock)
            {
                return
                    _state is DeviceAuthorizationState.Pending or DeviceAuthorizationState.Approved
                    && _time.GetUtcNow() >= _expiresAt
                    ? DeviceAuthorizationState.Expired
                    : _state;
            }
        }
    }

    /// <summary>Records the user's decision.</summary>
    /// <returns><see langword="false"/> if nothing is left to decide.</returns>
    public bool Decide(bool approve)
    {
        lock (_lock)
        {
            if (State != DeviceAuthorizationState.Pending)
            {
                return false;
            }

            _state = approve ? DeviceAuthorizationState.Approved : DeviceAuthorizationState.Denied;
            return true;
        }
    }

    /// <summary>Uses the device code up, or says why it cannot be used (yet).</summary>
    public void Redeem()
    {
        lock (_lock)
        {
            switch (State)
            {
                case DeviceAuthorizationState.Approved:
                    _state = DeviceAuthorizationState.Redeemed;
                    return;
                case DeviceAuthorizationState.Denied:
                    throw OAuthError.Create("access_denied", "The user denied the request");
                case DeviceAuthorizationState.Expired:
                    throw OAuthError.Create("expired_token", "The device code has expired");
                case DeviceAuthorizationState.Redeemed:
                    throw OAuthError.Create("invalid_grant", "The device code has been used");
                default:
                    throw Wait();
            }
        }
    }

    private ProtocolException Wait()
    {
        DateTimeOffset now = _time.GetUtcNow();
        bool tooSoon = now - _lastPoll < _interval - TimerTolerance;
        _lastPoll = now;
        if (!tooSoon)
        {
            return OAuthError.Create("authorization_pending", "Authorization is still pending");
        }

        _interval += SlowDownStep;
        return OAuthError.Create("slow_down", $"Polling too fast; wait {_interval.TotalSeconds} seconds");
    }
}
