using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A role that the token of an identity provider assumes, for example that of a Kubernetes service account.</summary>
/// <param name="TokenFile">The file that holds the token.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="SessionName">Null: one is made up.</param>
/// <param name="Where">What configures it.</param>
/// <param name="Letter">Names in a user agent where it is configured.</param>
/// <param name="Sts">The settings of the call.</param>
internal sealed record WebIdentitySource(
    string TokenFile,
    string RoleArn,
    string? SessionName,
    string Where,
    string Letter,
    StsSettings Sts
) : CredentialsSource
{
    public const string FileVariable = "AWS_WEB_IDENTITY_TOKEN_FILE";
    private const string RoleVariable = "AWS_ROLE_ARN";

    public override string Name => $"role {RoleArn} by web identity";

    public override string Features => $"{Letter},k";

    /// <returns>Null when the environment variables configure none.</returns>
    /// <exception cref="ConfigurationException">A token is named without a role.</exception>
    public static WebIdentitySource? FromVariables(CredentialsSearch search)
    {
        AwsEnvironment environment = search.Environment;
        if (environment.Variable(FileVariable) is not { } file)
        {
            return null;
        }

        string role =
            environment.Variable(RoleVariable)
            ?? throw new ConfigurationException(
                $"Environment variable {FileVariable} is set, but {RoleVariable} is not. Set both or neither."
            );
        return new WebIdentitySource(
            environment.ExpandPath(file),
            role,
            environment.Variable("AWS_ROLE_SESSION_NAME"),
            $"environment variable {FileVariable}",
            Letter: "h",
            StsSettings.Of(search)
        );
    }

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(
            new WebIdentityLoader(this, Sts.CreateClient(credentials: null, Letter, search), search.TimeProvider),
            search.TimeProvider
        );
}
