using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Finds the region that an error response points to; null when it points to none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate string? RegionFinder(HttpResponseMessage response, ReadOnlySpan<byte> body);
