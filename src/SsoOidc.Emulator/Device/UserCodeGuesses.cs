namespace SsoOidc.Emulator;

/// <summary>
/// Looks up the codes that are typed on the verification page. After ten wrong ones within a minute it looks at none
/// until the minute is over, so that codes cannot be guessed (RFC 8628 §5.1).
/// </summary>
internal sealed class UserCodeGuesses(DeviceAuthorizationStore authorizations, TimeProvider time)
{
    private const int WrongCodesPerMinute = 10;

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _wrongCodes = [];

    /// <param name="typed">The code as typed.</param>
    /// <param name="pause">How long no code is looked at; zero if this one was.</param>
    public DeviceAuthorization? Find(string typed, out TimeSpan pause)
    {
        lock (_lock)
        {
            DateTimeOffset aMinuteAgo = time.GetUtcNow() - TimeSpan.FromMinutes(1);
            while (_wrongCodes.TryPeek(out DateTimeOffset oldest) && oldest <= aMinuteAgo)
            {
                _wrongCodes.Dequeue();
            }

            if (_wrongCodes.Count == WrongCodesPerMinute)
            {
                pause = _wrongCodes.Peek() - aMinuteAgo;
                return null;
            }

            pause = TimeSpan.Zero;
            DeviceAuthorization? found = authorizations.FindByUserCode(typed);
            if (found is null)
            {
                _wrongCodes.Enqueue(time.GetUtcNow());
            }

            return found;
        }
    }
}
