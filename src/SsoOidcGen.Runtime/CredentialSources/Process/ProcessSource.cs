using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A profile's <c>credential_process</c>.</summary>
/// <param name="Command">The command; its arguments may be secrets.</param>
/// <param name="Where">Where it is configured.</param>
/// <param name="AccountId">The account, unless the process says it.</param>
internal sealed record ProcessSource(string Command, string Where, string? AccountId) : CredentialsSource
{
    public override string Name => Where;

    public override string Features => "v,w";

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(new ProcessLoader(this, search.TimeProvider), search.TimeProvider);
}
