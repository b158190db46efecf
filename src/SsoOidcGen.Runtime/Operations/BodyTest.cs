using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Looks at the whole body of a response.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool BodyTest(ReadOnlySpan<byte> body);
