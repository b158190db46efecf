using System.Globalization;
using System.Net.Http.Headers;

namespace SsoOidcGen.Runtime;

/// <summary>What the headers of a response say about the call, found in one walk: looking each up by name costs more.</summary>
internal readonly struct ResponseMetadata
{
    private readonly string? _queryError;
    private readonly string? _retryAfter;
    private readonly string? _date;

    public ResponseMetadata(HttpResponseMessage response)
    {
        foreach ((string name, HeaderStringValues values) in response.Headers.NonValidated)
        {
            if (Is(name, "x-amzn-requestid") || (RequestId is null && IsOtherRequestId(name)))
            {
                RequestId = values.ToString();
            }
            else if (Is(name, "x-amz-id-2"))
            {
                ExtendedRequestId = values.ToString();
            }
            else if (Is(name, "x-amzn-errortype"))
            {
                ErrorType = values.ToString();
            }
            else if (Is(name, "x-amzn-query-error"))
            {
                _queryError = values.ToString();
            }
            else if (Is(name, "x-amz-retry-after"))
            {
                _retryAfter = values.ToString();
            }
            else if (Is(name, "date"))
            {
                _date = values.ToString();
            }
        }
    }

    /// <summary>The service's identifier of the request.</summary>
    public string? RequestId { get; }

    /// <summary>What else S3 identifies a request by, for its support.</summary>
    public string? ExtendedRequestId { get; }

    /// <summary>The error's code, maybe with a namespace and a URI.</summary>
    public string? ErrorType { get; }

    /// <summary>
    /// The error's code of the time when the service spoke awsQuery, which precedes a semicolon and whose fault it is
    /// (Smithy <c>awsQueryCompatible</c>).
    /// </summary>
    public string? QueryErrorCode => _queryError?.Split(';') is [{ Length: > 0 } code, _] ? code : null;

    /// <summary>How long to wait before the next attempt; sent in milliseconds.</summary>
    public TimeSpan? RetryAfter =>
        int.TryParse(_retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    /// <summary>The service's clock when it responded.</summary>
    public DateTimeOffset? ServerTime =>
        DateTimeOffset.TryParseExact(
            _date,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;

    private static bool IsOtherRequestId(string name) => Is(name, "x-amzn-request-id") || Is(name, "x-amz-request-id");

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
