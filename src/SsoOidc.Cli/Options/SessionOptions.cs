using System.CommandLine;
using System.CommandLine.Parsing;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>The options that say which session a command is about.</summary>
internal sealed class SessionOptions
{
    private readonly Option<string> _session = new("--session")
    {
        Description = "The [sso-session NAME] of ~/.aws/config; with --start-url, the name to cache the token under.",
        HelpName = "name",
    };

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "The profile of ~/.aws/config that names the session.",
        HelpName = "name",
    };

    private readonly Option<string> _startUrl = new("--start-url")
    {
        Description = "The URL of the access portal, without any configuration.",
        HelpName = "url",
    };

    private readonly Option<string> _region = new("--region")
    {
        Description = "The region of IAM Identity Center; goes with --start-url.",
        HelpName = "region",
    };

    public SessionOptions()
    {
        _session.CompletionSources.Add(_ => Names(config => config.SsoSessions.Keys));
        _profile.CompletionSources.Add(_ => Names(config => config.Profiles.Keys));
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_session);
        command.Options.Add(_profile);
        command.Options.Add(_startUrl);
        command.Options.Add(_region);
        command.Validators.Add(Check);
    }

    /// <summary>Whether the command line says which session is meant, be it by profile.</summary>
    public bool AreGiven(ParseResult line) => NamesSession(line) || Profile(line) is not null;

    /// <summary>Whether the command line names a session itself.</summary>
    public bool NamesSession(ParseResult line) => (line.GetValue(_session) ?? line.GetValue(_startUrl)) is not null;

    /// <summary>The profile that the command line names.</summary>
    public string? Profile(ParseResult line) => line.GetValue(_profile);

    /// <summary>Whether the session stands in the shared config.</summary>
    public bool IsConfigured(ParseResult line) => line.GetValue(_startUrl) is null;

    /// <summary>The session that is meant: the given one, else the profile's in effect, else the only one there is.</summary>
    /// <exception cref="ConfigurationException">It is not, or not completely, in the shared config.</exception>
    /// <exception cref="CliException">None is given, and there is not exactly one.</exception>
    public SsoSession Select(ParseResult line)
    {
        string? name = line.GetValue(_session);
        if (line.GetValue(_startUrl) is { } startUrl)
        {
            return new SsoSession
            {
                Name = name,
                StartUrl = startUrl,
                Region = line.GetValue(_region)!,
            };
        }

        SharedConfig config = SharedConfig.Load(AwsEnvironment.Process);
        if (name is not null)
        {
            return config.ReadSsoSession(name);
        }

        string? profile = Profile(line);
        return config.FindSsoSession(profile)
            ?? (
                profile is null && config.SsoSessions.Count == 1
                    ? config.ReadSsoSession(config.SsoSessions.Keys.Single())
                    : null
            )
            ?? throw new CliException(NoSession(config, profile));
    }

    /// <summary>How the library's clients are set up for the command.</summary>
    public SsoLoginOptions CreateLoginOptions(CliHost host, ParseResult line) =>
        new()
        {
            Client = new ServiceClientOptions { Profile = Profile(line) },
            Warn = host.Warn,
        };

    private static IEnumerable<string> Names(Func<SharedConfig, IEnumerable<string>> choose)
    {
        try
        {
            // Shells take one suggestion from each line.
            return choose(SharedConfig.Load(AwsEnvironment.Process)).Where(SafeText.IsSafe);
        }
        catch (ConfigurationException)
        {
            // The command itself will say what is wrong; a shell that completes a line cannot.
            return [];
        }
    }

    private void Check(CommandResult command)
    {
        bool Has(Option option) => command.GetResult(option) is { Implicit: false };

        if (Has(_profile) && (Has(_session) || Has(_startUrl)))
        {
            command.AddError("Option '--profile' stands alone: it names the session.");
        }

        if (Has(_startUrl) != Has(_region))
        {
            command.AddError("Options '--start-url' and '--region' go together.");
        }
    }

    private static Failure NoSession(SharedConfig config, string? profile)
    {
        string message = profile is not null
            ? $"{config.SelectProfile(profile).Where} names no session."
            : $"It is not clear which session is meant; {AwsEnvironment.Process.ConfigFile} defines {Count(config)}.";
        return new Failure(
            ExitCode.Usage,
            "configuration",
            message,
            "Name one with '--session NAME', give '--start-url URL --region REGION', or write one with 'ssooidc configure'."
        );
    }

    private static string Count(SharedConfig config) =>
        config.SsoSessions.Count == 0
            ? "none"
            : string.Join(", ", config.SsoSessions.Keys.Order(StringComparer.Ordinal));
}
