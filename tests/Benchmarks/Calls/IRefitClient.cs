using Refit;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>The same call as a Refit interface.</summary>
public interface IRefitClient
{
    [Post("/token")]
    Task<StjToken> CreateTokenAsync([Body] StjTokenRequest request);
}
