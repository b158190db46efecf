using System.CommandLine;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>The options that say whose credentials a command uses: those of a role, or of a profile of any kind.</summary>
internal sealed class SourceOptions
{
    private readonly SessionOptions _session = new();
    private readonly RoleOptions _role;

    public SourceOptions() => _role = new RoleOptions(_session);

    public void AddTo(Command command)
    {
        _role.AddTo(command);
        _session.AddTo(command);
    }

    /// <exception cref="ConfigurationException">The profile, or what it refers to, is wrong.</exception>
    /// <exception cref="CliException">It is not clear which role is meant.</exception>
    public CredentialsInUse Open(CliHost host, ParseResult line)
    {
        if (_role.IsGiven(line) || _session.NamesSession(line))
        {
            SsoRole role = _role.Select(line);
            SsoLogin login = new(role.Session, _session.CreateLoginOptions(host, line));
            return new CredentialsInUse(
                new SsoCredentialsProvider(login, role.AccountId, role.RoleName),
                $"role {role.RoleName} in account {role.AccountId}",
                Region: null,
                login
            );
        }

        AwsProfile profile = AwsProfile.Load(_session.Profile(line));
        return new CredentialsInUse(profile.Credentials, $"profile {profile.Name}", profile.Region);
    }
}
