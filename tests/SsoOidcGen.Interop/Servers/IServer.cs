namespace SsoOidcGen.Interop.Servers;

/// <summary>A server that other people wrote, for as long as a test uses it.</summary>
internal interface IServer : IDisposable
{
    /// <summary>Leads a client to the server.</summary>
    ServiceClientOptions Options { get; }
}
