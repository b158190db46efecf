namespace SsoOidc.Interop.Redis;

/// <summary>Pauses of up to 400 milliseconds, the same in every run.</summary>
internal sealed class Jitter(int seed)
{
    private const int LongestMilliseconds = 400;
    private readonly Random _random = new(seed);

    public Task PauseAsync()
    {
        lock (_random)
        {
            return Task.Delay(_random.Next(LongestMilliseconds + 1));
        }
    }
}
