using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A request that is to be authenticated, with what a scheme may need for it.</summary>
internal readonly struct AuthRequest
{
    /// <summary>The operation's name.</summary>
    public required string Operation { get; init; }

    /// <summary>Where to look for credentials, unless the client was given some.</summary>
    public required CredentialsChain? Credentials { get; init; }

    /// <summary>The signature does not cover the body when it travels encrypted.</summary>
    public required bool HasUnsignedPayload { get; init; }

    public required ServiceDescription Service { get; init; }

    public required Endpoint Endpoint { get; init; }

    public required HttpRequestMessage Message { get; init; }

    /// <summary>The parts that the message was made of.</summary>
    public required RequestWriter Parts { get; init; }

    public required AuthenticationSettings Settings { get; init; }

    public required ClockSkew Clock { get; init; }
}
