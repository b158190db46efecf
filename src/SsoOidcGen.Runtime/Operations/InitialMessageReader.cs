using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Reads the first message of a response that carries events.</summary>
/// <param name="body">The body of the response.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
/// <returns>The message; null when the body is empty.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask<EventMessage?> InitialMessageReader(Stream body, CancellationToken cancellationToken);
