using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The parts of a URL that endpoint rules look at.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointUrl
{
    /// <summary><c>http</c> or <c>https</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Host and port as they were written, with user information if there was any.</summary>
    public required string Authority { get; init; }

    /// <summary>The path as it was written; may be empty.</summary>
    public required string Path { get; init; }

    /// <summary>The path with a slash at both ends, percent-encoded and without dot segments.</summary>
    public required string NormalizedPath { get; init; }

    /// <summary>The host is an IPv4 address or an IPv6 address in brackets.</summary>
    public required bool IsIp { get; init; }
}
