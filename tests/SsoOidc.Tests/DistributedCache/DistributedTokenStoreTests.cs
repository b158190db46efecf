using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using SsoOidc.Tests.SignIn;

namespace SsoOidc.Tests.DistributedCache;

public class DistributedTokenStoreTests
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));
    private readonly RecordingTime _time = new(RecordingTime.Origin);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_machine_writes_another_reads_until_it_is_removed()
    {
        await Machine().WriteAsync("a", Encoding.UTF8.GetBytes("entry"), Cancellation);

        Assert.Equal("entry", Encoding.UTF8.GetString((await Machine().ReadAsync("a", Cancellation))!));
        await Machine().RemoveAsync("a", Cancellation);
        Assert.Null(await Machine().ReadAsync("a", Cancellation));
    }

    [Fact]
    public async Task Nothing_leaves_the_machine_unprotected()
    {
        await Machine().WriteAsync("a", Encoding.UTF8.GetBytes("access-secret"), Cancellation);

        byte[]? stored = await _cache.GetAsync("ssooidc:a", Cancellation);

        Assert.NotNull(stored);
        Assert.DoesNotContain("access-secret", Encoding.UTF8.GetString(stored));
    }

    [Fact]
    public async Task A_changed_entry_is_not_accepted()
    {
        await Machine().WriteAsync("a", Encoding.UTF8.GetBytes("entry"), Cancellation);
        byte[] stored = (await _cache.GetAsync("ssooidc:a", Cancellation))!;
        stored[^1] ^= 1;
        await _cache.SetAsync("ssooidc:a", stored, Cancellation);

        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await Machine().ReadAsync("a", Cancellation));
    }

    [Fact]
    public async Task Another_machine_gets_the_lock_when_it_is_free_again()
    {
        IAsyncDisposable held = await LockAsync(Machine());
        Task<IAsyncDisposable> waiting = Machine().LockAsync("a", TimeSpan.FromMinutes(1), Cancellation).AsTask();
        await _time.TimerAsync(s_pause);
        Assert.False(waiting.IsCompleted);

        await held.DisposeAsync();
        _time.Advance(s_pause);
        await _time.PassAsync(s_pause.TotalSeconds);

        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_lock_that_is_never_freed_is_waited_for_a_minute_and_its_holder_named()
    {
        await LockAsync(Machine());
        Task<IAsyncDisposable> waiting = Machine().LockAsync("a", TimeSpan.FromMinutes(1), Cancellation).AsTask();
        await _time.TimerAsync(s_pause);

        _time.Advance(TimeSpan.FromMinutes(1));

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", exception.Message);
    }

    [Fact]
    public async Task A_machine_that_held_a_lock_for_too_long_does_not_free_the_next_ones()
    {
        IAsyncDisposable late = await LockAsync(Machine());
        await _cache.RemoveAsync("ssooidc:a:lock", Cancellation);
        await using IAsyncDisposable next = await LockAsync(Machine());

        await late.DisposeAsync();

        Assert.NotNull(await _cache.GetAsync("ssooidc:a:lock", Cancellation));
    }

    private DistributedTokenStore Machine() => new(_cache, new AesProtector(), _time);

    private async Task<IAsyncDisposable> LockAsync(DistributedTokenStore machine)
    {
        Task<IAsyncDisposable> locking = machine.LockAsync("a", TimeSpan.FromMinutes(1), Cancellation).AsTask();
        await _time.PassAsync(s_pause.TotalSeconds);
        return await locking;
    }

    private sealed class AesProtector : ITokenProtector
    {
        private const int NonceBytes = 12;
        private const int TagBytes = 16;
        private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

        public byte[] Protect(ReadOnlySpan<byte> plaintext)
        {
            byte[] output = new byte[NonceBytes + TagBytes + plaintext.Length];
            RandomNumberGenerator.Fill(output.AsSpan(0, NonceBytes));
            using AesGcm aes = new(s_key, TagBytes);
            aes.Encrypt(
                output.AsSpan(0, NonceBytes),
                plaintext,
                output.AsSpan(NonceBytes + TagBytes),
                output.AsSpan(NonceBytes, TagBytes)
            );
            return output;
        }

        public byte[] Unprotect(ReadOnlySpan<byte> ciphertext)
        {
            byte[] output = new byte[ciphertext.Length - NonceBytes - TagBytes];
            using AesGcm aes = new(s_key, TagBytes);
            aes.Decrypt(
                ciphertext[..NonceBytes],
                ciphertext[(NonceBytes + TagBytes)..],
                ciphertext.Slice(NonceBytes, TagBytes),
                output
            );
            return output;
        }
    }
}
