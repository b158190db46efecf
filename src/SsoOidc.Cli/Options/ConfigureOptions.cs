using System.CommandLine;

namespace SsoOidc.Cli;

/// <summary>What to write into the shared config.</summary>
internal sealed class ConfigureOptions
{
    public Option<string> Session { get; } = Text("--session", "name", "The name of the [sso-session] to write.");

    public Option<string> StartUrl { get; } = Text("--start-url", "url", "The URL of the access portal.");

    public Option<string> Region { get; } = Text("--region", "region", "The region of IAM Identity Center.");

    public Option<string> Scopes { get; } =
        Text("--scopes", "list", "The scopes to register for, separated by commas.");

    public Option<string> Profile { get; } = Text("--profile", "name", "The name of the profile to write for a role.");

    public Option<string> Account { get; } = RoleOptions.CreateAccount();

    public Option<string> Role { get; } = Text("--role", "name", "The role of the profile.");

    public Option<string> DefaultRegion { get; } =
        Text("--default-region", "region", "The region that the profile works in.");

    public Option<string> Output { get; } =
        Text("--output", "format", "The output format of the AWS CLI for the profile.");

    public void AddTo(Command command)
    {
        foreach (
            Option option in new[] { Session, StartUrl, Region, Scopes, Profile, Account, Role, DefaultRegion, Output }
        )
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool hasRole = result.GetResult(Role) is not null;
            if (hasRole != result.GetResult(Account) is not null)
            {
                result.AddError("Options '--account' and '--role' go together.");
            }
        });
    }

    private static Option<string> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };
}
