using SsoOidc.Tests.SignIn;

namespace SsoOidc.Tests.Tokens;

/// <summary>What a store is asked for: how long to wait for its lock, and how much room to make.</summary>
public sealed class StoreLimitTests : IDisposable
{
    private readonly SignInHarness _harness = new SignInHarness()
        .WithRegistration()
        .WithDeviceAuthorization()
        .WithToken();
    private readonly Recorder _store = new();

    public StoreLimitTests() => _harness.Options = _harness.Options with { TokenStore = _store };

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task A_sign_in_waits_for_five_seconds()
    {
        await _harness.Login.SignInAsync(SignInHarness.Cancellation);

        Assert.Equal("lock 5 s", _store.Log[0]);
    }

    [Theory]
    [InlineData(0, "lock 60 s")]
    [InlineData(60, "lock 0 s")]
    public async Task A_refresh_waits_for_a_minute_where_the_token_has_expired_and_makes_room_for_64_KiB(
        int secondsLeft,
        string locked
    )
    {
        await _store.WriteAsync(
            _harness.Session.TokenName,
            System.Text.Encoding.UTF8.GetBytes(RefreshHarness.Token("old", secondsLeft)),
            SignInHarness.Cancellation
        );

        await _harness.Login.GetTokenAsync(SignInHarness.Cancellation);

        Assert.Equal([locked, "room 65536"], _store.Log);
    }

    [Fact]
    public async Task Signing_out_waits_for_a_minute()
    {
        await _harness.Login.SignOutAsync(SignInHarness.Cancellation);

        Assert.Equal(["lock 60 s"], _store.Log);
    }

    private sealed class Recorder : ITokenStore
    {
        private readonly MemoryTokenStore _inner = new();

        public List<string> Log { get; } = [];

        public ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default) =>
            _inner.ReadAsync(name, cancellationToken);

        public ValueTask WriteAsync(
            string name,
            ReadOnlyMemory<byte> content,
            CancellationToken cancellationToken = default
        ) => _inner.WriteAsync(name, content, cancellationToken);

        public ValueTask<IPreparedWrite> PrepareWriteAsync(
            string name,
            int size,
            CancellationToken cancellationToken = default
        )
        {
            Log.Add($"room {size}");
            return _inner.PrepareWriteAsync(name, size, cancellationToken);
        }

        public ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default) =>
            _inner.RemoveAsync(name, cancellationToken);

        public ValueTask<IAsyncDisposable> LockAsync(
            string name,
            TimeSpan timeout,
            CancellationToken cancellationToken = default
        )
        {
            Log.Add($"lock {timeout.TotalSeconds} s");
            return _inner.LockAsync(name, timeout, cancellationToken);
        }
    }
}
