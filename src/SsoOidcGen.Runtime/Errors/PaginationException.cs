namespace SsoOidcGen.Runtime;

/// <summary>
/// The service sent the very token that it was asked with: going on would never end. The token is left out of the
/// text because it may hold data of the caller.
/// </summary>
public sealed class PaginationException : ServiceException
{
    /// <inheritdoc cref="ServiceException(string, Exception)"/>
    public PaginationException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    /// <summary>Makes the exception of a page that leads to itself.</summary>
    /// <param name="operation">The operation that is paginated.</param>
    public static PaginationException Repeated(string operation) =>
        new(
            $"{operation} returned the page token that it was called with, which leads to the same page again. The service's listing cannot be completed; try again later, or with another page size."
        )
        {
            Operation = operation,
        };
}
