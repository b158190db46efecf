namespace SsoOidcGen.Runtime;

/// <summary>The headers by which a service knows the client and its retries. They are added after signing.</summary>
internal static class ClientHeaders
{
    private const string HexDigits = "0123456789abcdef";
    private const int UuidLength = 36;
    private const int CountLength = 12;

    private static readonly string ProcessPart = Guid.NewGuid().ToString()[..^CountLength];
    private static long _calls;

    /// <param name="message">The request.</param>
    /// <param name="settings">The client's settings.</param>
    /// <param name="isSigned">Whether credentials have authenticated it.</param>
    /// <param name="invocationId">A UUID, the same for all attempts of a call.</param>
    /// <param name="attempt">The attempt; the first is 1.</param>
    public static void Add(
        HttpRequestMessage message,
        ClientSettings settings,
        bool isSigned,
        string invocationId,
        int attempt
    )
    {
        message.Headers.TryAddWithoutValidation("User-Agent", isSigned ? settings.SignedUserAgent : settings.UserAgent);
        message.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", invocationId);
        message.Headers.TryAddWithoutValidation(
            "amz-sdk-request",
            attempt == 1 ? settings.FirstAttempt : AttemptOf(attempt, settings.MaxAttempts)
        );
        if (settings.RunsInLambda && settings.Environment.Variable("_X_AMZN_TRACE_ID") is { } traceId)
        {
            // Lets Lambda notice a function that calls itself without end. The value changes with each invocation.
            message.Headers.TryAddWithoutValidation("X-Amzn-Trace-Id", traceId);
        }
    }

    /// <summary>The value of <c>amz-sdk-request</c>.</summary>
    public static string AttemptOf(int attempt, int maxAttempts) => $"attempt={attempt}; max={maxAttempts}";

    /// <summary>A UUID of version 4 whose last part is a count: it is no secret, and randomness for each call costs more.</summary>
    public static string NewInvocationId()
    {
        Span<char> id = stackalloc char[UuidLength];
        ProcessPart.CopyTo(id);
        long count = Interlocked.Increment(ref _calls);
        for (int i = UuidLength - 1; i >= ProcessPart.Length; i--)
        {
            id[i] = HexDigits[(int)(count & 0xF)];
            count >>= 4;
        }

        return id.ToString();
    }
}
