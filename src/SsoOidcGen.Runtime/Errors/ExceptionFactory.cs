using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Makes the exception of an error that a model describes; null for any other.</summary>
/// <param name="error">The error response, valid during the call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ServiceException? ExceptionFactory(in ErrorResponse error);
