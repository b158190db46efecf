using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Environment variables, where a profile names them as the source of a role.</summary>
internal sealed record EnvironmentSource(AwsEnvironment Environment) : CredentialsSource
{
    public override string Name => EnvironmentCredentials.Source;

    public override string Features => EnvironmentCredentials.Features;

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(new EnvironmentLoader(Environment), search.TimeProvider);
}
