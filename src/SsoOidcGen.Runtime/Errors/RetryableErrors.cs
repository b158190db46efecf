namespace SsoOidcGen.Runtime;

/// <summary>Which failures may pass when tried again (AWS SDKs and Tools Reference, "Retry behavior", standard mode).</summary>
internal static class RetryableErrors
{
    /// <summary>The service asks for fewer calls.</summary>
    /// <param name="code">The error code, without namespace.</param>
    public static bool IsThrottling(string? code) =>
        code
            is "Throttling"
                or "ThrottlingException"
                or "ThrottledException"
                or "RequestThrottledException"
                or "TooManyRequestsException"
                or "ProvisionedThroughputExceededException"
                or "TransactionInProgressException"
                or "RequestLimitExceeded"
                or "BandwidthLimitExceeded"
                or "LimitExceededException"
                or "RequestThrottled"
                or "SlowDown"
                or "PriorRequestNotComplete"
                or "EC2ThrottledException";

    /// <summary>The service failed in a way that often passes by itself.</summary>
    /// <param name="code">The error code, without namespace.</param>
    /// <param name="status">The HTTP status.</param>
    public static bool IsTransient(string? code, int status) =>
        status is 500 or 502 or 503 or 504
        || code is "RequestTimeout" or "RequestTimeoutException" or "PriorRequestNotComplete";
}
