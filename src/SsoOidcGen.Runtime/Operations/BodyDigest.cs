using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Adds a digest of a request's body to its headers.</summary>
/// <param name="operation">The operation's name.</param>
/// <param name="request">The request, whose body is complete.</param>
/// <param name="cancellationToken">Cancels the reading of a stream.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask BodyDigest(string operation, RequestWriter request, CancellationToken cancellationToken);
