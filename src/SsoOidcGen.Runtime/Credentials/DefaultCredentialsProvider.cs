using System.Globalization;

namespace SsoOidcGen.Runtime;

/// <summary>Looks for credentials in the environment, then in the profile: keys, then <c>credential_process</c>.</summary>
internal sealed class DefaultCredentialsProvider : IAwsCredentialsProvider
{
    private const string KeyVariable = "AWS_ACCESS_KEY_ID";
    private const string SecretVariable = "AWS_SECRET_ACCESS_KEY";
    private const string KeySetting = "aws_access_key_id";
    private const string SecretSetting = "aws_secret_access_key";
    private const string ProcessSetting = "credential_process";

    private readonly AwsEnvironment _environment;
    private readonly ConfigSection _profile;
    private readonly bool _usesEnvironment;
    private readonly TimeProvider _clock;
    private readonly Lazy<IAwsCredentialsProvider> _source;

    /// <param name="environment">Its variables come first.</param>
    /// <param name="profile">The profile in effect.</param>
    /// <param name="isProfileChosen">The caller named the profile, so it goes before the variables and instead of them.</param>
    /// <param name="clock">Tells when credentials have to be renewed.</param>
    public DefaultCredentialsProvider(
        AwsEnvironment environment,
        ConfigSection profile,
        bool isProfileChosen,
        TimeProvider clock
    )
    {
        _environment = environment;
        _profile = profile;
        _usesEnvironment = !isProfileChosen;
        _clock = clock;
        _source = new Lazy<IAwsCredentialsProvider>(Find);
    }

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
        _source.Value.GetCredentialsAsync(cancellationToken);

    private IAwsCredentialsProvider Find() =>
        (IAwsCredentialsProvider?)(FromEnvironment() ?? FromKeys()) ?? FromProcess() ?? throw Missing();

    private AwsCredentials? FromEnvironment()
    {
        if (!_usesEnvironment || _environment.Variable(KeyVariable) is not { } accessKeyId)
        {
            return null;
        }

        string secret =
            _environment.Variable(SecretVariable)
            ?? throw new ConfigurationException(
                $"Environment variable {KeyVariable} is set, but {SecretVariable} is not. Set both or neither."
            );
        return new AwsCredentials(accessKeyId, secret, _environment.Variable("AWS_SESSION_TOKEN"))
        {
            AccountId = _environment.Variable("AWS_ACCOUNT_ID"),
            Expiration = DateTimeOffset.TryParse(
                _environment.Variable("AWS_CREDENTIAL_EXPIRATION"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset expiration
            )
                ? expiration
                : null,
        };
    }

    private AwsCredentials? FromKeys()
    {
        if (_profile[KeySetting] is not { Length: > 0 } accessKeyId)
        {
            return null;
        }

        return _profile[SecretSetting] is { Length: > 0 } secret
            ? new AwsCredentials(accessKeyId, secret, _profile["aws_session_token"])
            {
                AccountId = _profile["aws_account_id"],
            }
            : throw new ConfigurationException(
                $"{_profile.Values[KeySetting].Where} has no companion '{SecretSetting}' in the profile. Add it or remove the key."
            );
    }

    private ProcessCredentialsProvider? FromProcess() =>
        _profile.Values.TryGetValue(ProcessSetting, out ConfigValue? command)
            ? new ProcessCredentialsProvider(command, _profile["aws_account_id"], _clock)
            : null;

    private MissingCredentialsException Missing()
    {
        string variables = _usesEnvironment
            ? $"environment variable {KeyVariable} is not set"
            : "environment variables were left aside because the Profile option is set";
        return new MissingCredentialsException(
            $"The operation has to be signed and no credentials were found: {variables}; {_profile.Where} has neither"
                + $" '{KeySetting}' nor '{ProcessSetting}'. Provide one of these, or set the Credentials option, which also"
                + " serves for credentials from anywhere else, such as SSO roles, containers and instances."
        );
    }
}
