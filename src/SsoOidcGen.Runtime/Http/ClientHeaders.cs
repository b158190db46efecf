namespace SsoOidcGen.Runtime;

/// <summary>The headers by which a service knows the client and its retries. They are added after signing.</summary>
internal static class ClientHeaders
{
    /// <param name="message">The request.</param>
    /// <param name="settings">The client's settings.</param>
    /// <param name="invocationId">A UUID, the same for all attempts of a call.</param>
    /// <param name="attempt">The attempt; the first is 1.</param>
    public static void Add(HttpRequestMessage message, ClientSettings settings, string invocationId, int attempt)
    {
        message.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
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

    /// <summary>A random UUID. It is no secret, and the system's own source of randomness costs a fifth of a call.</summary>
    public static string NewInvocationId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
