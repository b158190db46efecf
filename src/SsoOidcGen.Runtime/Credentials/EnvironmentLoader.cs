using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Reads the variables anew: whoever set credentials that expire may set others.</summary>
internal sealed class EnvironmentLoader(AwsEnvironment environment) : CredentialsLoader
{
    public override string Source => EnvironmentCredentials.Source;

    public override AwsCredentials Load() =>
        EnvironmentCredentials.Read(environment)
        ?? throw new CredentialsException(
            $"Environment variable {EnvironmentCredentials.KeyVariable}, where credentials came from, is not set any more. Set new ones."
        );
}
