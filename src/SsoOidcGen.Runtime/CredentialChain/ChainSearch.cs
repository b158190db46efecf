using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>One way through the chain, from web identity on.</summary>
internal sealed class ChainSearch(
    CredentialsSearch search,
    Func<CredentialsSearch, ConfigSection, CredentialsSource?>? findSignedIn
)
{
    private readonly SearchReport _report = new();

    public FoundCredentials Find()
    {
        CredentialsSource? source = WebIdentity() ?? Profile() ?? Container();
        return source is not null ? Found(source) : Instance();
    }

    private WebIdentitySource? WebIdentity()
    {
        if (search.IsProfileChosen)
        {
            _report.Add("environment variables", "left aside, because the Profile option is set");
            return null;
        }

        _report.Add("environment variables", $"{EnvironmentCredentials.KeyVariable} is not set");
        WebIdentitySource? source = WebIdentitySource.FromVariables(search);
        _report.Add("web identity", $"{WebIdentitySource.FileVariable} is not set");
        return source;
    }

    private CredentialsSource? Profile()
    {
        ConfigSection profile = search.Profile;
        CredentialsSource? source = new ProfileSources(search, findSignedIn).Find(profile);
        string reason = profile.Has("sso_session")
            ? $"{profile.Where} gives a token, as it has no sso_account_id and sso_role_name"
            : $"{profile.Where} has none of {ProfileKeys.KeySetting}, role_arn, sso_session, login_session, credential_process";
        _report.Add("profile", reason);
        return source;
    }

    private ContainerSource? Container()
    {
        _report.Add(
            "container",
            $"neither {ContainerEndpoint.RelativeVariable} nor {ContainerEndpoint.FullVariable} is set"
        );
        return ContainerEndpoint.IsConfigured(search.Environment) ? new ContainerSource(search.Environment) : null;
    }

    /// <summary>The end of the chain: only asking the instance metadata shows whether there is any.</summary>
    private FoundCredentials Instance() =>
        InstanceSource.Find(search, out string reason) is { } source
            ? Found(source, missing => _report.ToException(source.Name, missing))
            : throw _report.ToException(InstanceSource.Metadata, reason);

    private FoundCredentials Found(CredentialsSource source, Func<string, Exception>? whenMissing = null) =>
        new(SharedProviders.Get(source, search), source.Name, source.Features, whenMissing);
}
