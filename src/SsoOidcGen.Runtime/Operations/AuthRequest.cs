using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A request that is to be authenticated, with what a scheme may need for it.</summary>
internal readonly struct AuthRequest
{
    public required Call Call { get; init; }

    /// <summary>Makes further calls, where the scheme needs some.</summary>
    public required ICallRunner Runner { get; init; }

    /// <summary>The operation's name.</summary>
    public string Operation => Call.Operation.Name;

    public required ServiceDescription Service { get; init; }

    public required Endpoint Endpoint { get; init; }

    public required HttpRequestMessage Message { get; init; }

    /// <summary>The parts that the message was made of.</summary>
    public required RequestWriter Parts { get; init; }

    public required AuthenticationSettings Settings { get; init; }

    public required ClockSkew Clock { get; init; }

    /// <param name="secret">What would be sent, for the message.</param>
    /// <exception cref="ConfigurationException">The request would travel unencrypted, and not to this machine.</exception>
    public void RefusePlainHttp(string secret) =>
        PlainHttp.Refuse(Message.RequestUri!, Operation, secret, Settings.AllowPlainHttp);
}
