namespace SsoOidcGen.Runtime;

/// <summary>An input breaks rules of the service's model. Nothing was sent.</summary>
public sealed class RequestValidationException : ArgumentException
{
    /// <summary>Creates the exception of an operation's invalid input.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="errors">What is wrong, each with its path.</param>
    public RequestValidationException(string operation, IReadOnlyList<string> errors)
        : base($"The input of {operation} is not valid:\n- " + string.Join("\n- ", errors)) => Errors = errors;

    /// <summary>Everything that is wrong, each with its path, for example <c>Filters[0].Name has 0 characters, at least 1 is needed</c>.</summary>
    public IReadOnlyList<string> Errors { get; }
}
