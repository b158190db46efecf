using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>One way through the chain, from web identity on.</summary>
internal sealed class ChainSearch(
    CredentialsSearch search,
    Func<CredentialsSearch, ConfigSection, CredentialsSource?>? findSso
)
{
    private readonly SearchReport _report = new();

    public IAwsCredentialsProvider Find()
    {
        CredentialsSource? source = WebIdentity() ?? Profile() ?? Container();
        return source is not null ? SharedProviders.Get(source, search) : Instance();
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
        CredentialsSource? source = new ProfileSources(search, findSso).Find(profile);
        string reason = profile.Has("sso_session")
            ? $"{profile.Where} gives a token, as it has no sso_account_id and sso_role_name"
            : $"{profile.Where} has none of {ProfileKeys.KeySetting}, role_arn, sso_session, credential_process";
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

    private LastResort Instance()
    {
        const string Name = "instance metadata";
        if (InstanceSource.Find(search, out string reason) is { } source)
        {
            return new LastResort(SharedProviders.Get(source, search), Name, _report);
        }

        _report.Add(Name, reason);
        throw _report.ToException();
    }
}
