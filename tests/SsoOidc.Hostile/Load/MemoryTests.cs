using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile.Load;

[Collection(nameof(Alone))]
public sealed class MemoryTests
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public async Task What_was_read_of_a_response_that_is_too_large_is_given_back()
    {
        await using Trial trial = new(
            Script.Named("a body").Head("HTTP/1.1 200 OK", "Connection: close").SendForever(new string('x', 65536))
        );
        trial.Options.MaxResponseBytes = 4 * Mebibyte;
        await trial.FailsAsync<ResponseTooLargeException>(attempts: 1);

        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int call = 0; call < 16; call++)
        {
            await trial.FailsAsync<ResponseTooLargeException>(attempts: 1);
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);

        // Up to two buffers may still be reachable from a thread's stack.
        Assert.InRange(after - before, long.MinValue, 16 * Mebibyte);
    }
}
