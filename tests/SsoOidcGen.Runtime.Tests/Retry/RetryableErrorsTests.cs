namespace SsoOidcGen.Runtime.Tests;

public sealed class RetryableErrorsTests
{
    [Theory]
    [InlineData("Throttling", true)]
    [InlineData("ThrottlingException", true)]
    [InlineData("ThrottledException", true)]
    [InlineData("RequestThrottledException", true)]
    [InlineData("TooManyRequestsException", true)]
    [InlineData("ProvisionedThroughputExceededException", true)]
    [InlineData("TransactionInProgressException", true)]
    [InlineData("RequestLimitExceeded", true)]
    [InlineData("BandwidthLimitExceeded", true)]
    [InlineData("LimitExceededException", true)]
    [InlineData("RequestThrottled", true)]
    [InlineData("SlowDown", true)]
    [InlineData("PriorRequestNotComplete", true)]
    [InlineData("EC2ThrottledException", true)]
    [InlineData("SlowDownException", false)]
    [InlineData("AuthorizationPendingException", false)]
    [InlineData("429", false)]
    [InlineData(null, false)]
    public void Only_the_listed_codes_throttle(string? code, bool expected) =>
        Assert.Equal(expected, RetryableErrors.IsThrottling(code));

    [Theory]
    [InlineData(null, 500, true)]
    [InlineData(null, 502, true)]
    [InlineData(null, 503, true)]
    [InlineData(null, 504, true)]
    [InlineData(null, 501, false)]
    [InlineData(null, 509, false)]
    [InlineData(null, 429, false)]
    [InlineData(null, 400, false)]
    [InlineData("RequestTimeout", 400, true)]
    [InlineData("RequestTimeoutException", 400, true)]
    [InlineData("PriorRequestNotComplete", 400, true)]
    [InlineData("ValidationException", 400, false)]
    public void Server_failures_and_timeouts_are_transient(string? code, int status, bool expected) =>
        Assert.Equal(expected, RetryableErrors.IsTransient(code, status));
}
