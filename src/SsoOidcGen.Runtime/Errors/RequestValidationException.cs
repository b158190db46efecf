namespace SsoOidcGen.Runtime;

/// <summary>An input breaks rules of the service's model. Nothing was sent.</summary>
public sealed class RequestValidationException : ArgumentException
{
    /// <summary>Creates the exception of an operation's faulty input.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="faults">What is wrong, each with its path.</param>
    public RequestValidationException(string operation, IReadOnlyList<string> faults)
        : base($"The input of {operation} is not valid:\n- " + string.Join("\n- ", faults)) => Faults = faults;

    /// <summary>Everything that is wrong, each with its path, for example <c>Filters[0].Name has 0 characters, at least 1 is needed</c>.</summary>
    public IReadOnlyList<string> Faults { get; }
}
