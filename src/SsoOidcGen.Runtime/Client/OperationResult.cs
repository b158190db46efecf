namespace SsoOidcGen.Runtime;

/// <summary>Makes results by hand, for example in a test.</summary>
public static class OperationResult
{
    /// <summary>A call that succeeded.</summary>
    /// <param name="output">The output.</param>
    /// <param name="response">What came back, for status and headers; null is 200 without headers.</param>
    public static OperationResult<TOutput> Success<TOutput>(TOutput output, HttpResponseMessage? response = null) =>
        new(output, response);

    /// <summary>A call that failed.</summary>
    /// <param name="exception">Why.</param>
    public static OperationResult<TOutput> Failure<TOutput>(ServiceException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new OperationResult<TOutput>(exception);
    }
}
