using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>The endpoint that ECS, EKS Pod Identity or another agent on the machine offers.</summary>
internal sealed record ContainerSource(AwsEnvironment Environment) : CredentialsSource
{
    public override string Name => "the container endpoint";

    public override string Features => "z";

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(
            new ContainerLoader(Environment, search.Handler, search.TimeProvider),
            search.TimeProvider
        );
}
