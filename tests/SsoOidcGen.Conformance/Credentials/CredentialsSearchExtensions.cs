using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Conformance.Credentials;

internal static class CredentialsSearchExtensions
{
    /// <summary>The same search over a handler.</summary>
    public static CredentialsSearch Over(this CredentialsSearch search, HttpMessageHandler handler) =>
        new()
        {
            Environment = search.Environment,
            Config = search.Config,
            Profile = search.Profile,
            IsProfileChosen = search.IsProfileChosen,
            Region = search.Region,
            UseFipsEndpoint = search.UseFipsEndpoint,
            UseDualStackEndpoint = search.UseDualStackEndpoint,
            AllowPlainHttp = search.AllowPlainHttp,
            TimeProvider = search.TimeProvider,
            Handler = handler,
        };
}
