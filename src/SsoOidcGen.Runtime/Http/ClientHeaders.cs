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
        Span<char> uuid = stackalloc char[36];
        Random.Shared.GetItems("0123456789abcdef", uuid);
        uuid[8] = uuid[13] = uuid[18] = uuid[23] = '-';
        uuid[14] = '4';
        uuid[19] = "89ab"[uuid[19] % 4];
        return uuid.ToString();
    }
}
