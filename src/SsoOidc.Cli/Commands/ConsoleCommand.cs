using System.CommandLine;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc console</c>: opens the AWS console as a role.</summary>
internal static class ConsoleCommand
{
    public static Command Create(CliHost host)
    {
        SourceOptions source = new();
        Option<string> service = Text("--service", "name", "The service whose page to open, such as 's3'.");
        Option<string> region = Text("--default-region", "region", "The region of the page; else that of the profile.");
        Option<string> endpoint = Text("--federation-endpoint", "url", "Another federation endpoint than that of AWS.");
        Option<bool> noBrowser = new("--no-browser")
        {
            Description = "Print the address, a secret for the next 15 minutes, and open nothing.",
        };
        Command command = new("console", "Open the AWS console as a role or profile.")
        {
            service,
            region,
            endpoint,
            noBrowser,
        };
        source.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                using CredentialsInUse credentials = source.Open(host, line);
                AwsCredentials current = await credentials.Provider.GetCredentialsAsync(cancellationToken);
                RequireTemporary(current);
                string? chosen = line.GetValue(region) ?? credentials.Region;
                ConsolePartition partition = ConsolePartition.Of(chosen);
                using HttpMessageInvoker http = new(ServiceClient.CreateHandler());
                Uri address = await new ConsoleSignIn(
                    line.GetValue(endpoint) is { } given ? new Uri(given, UriKind.Absolute) : partition.Federation,
                    http
                ).GetAddressAsync(current, partition.PageOf(line.GetValue(service), chosen), cancellationToken);
                await ShowAsync(host, address, credentials.Name, line, line.GetValue(noBrowser), cancellationToken);
            }
        );
        return command;
    }

    private static async Task ShowAsync(
        CliHost host,
        Uri address,
        string name,
        ParseResult line,
        bool noBrowser,
        CancellationToken cancellationToken
    )
    {
        bool isOpen = !noBrowser && await new SsoLoginOptions().OpenBrowser!(address, cancellationToken);
        if (line.WantsJson())
        {
            JsonOutput.WriteObject(
                host.Output,
                members =>
                {
                    members.WriteBoolean("opened", isOpen);
                    members.WriteStringOrNull("url", isOpen ? null : address.AbsoluteUri);
                }
            );
        }
        else if (isOpen)
        {
            host.Output.WriteLine($"The console is open in the browser as {name}.");
        }
        else
        {
            host.Output.WriteUnbroken(address.AbsoluteUri);
        }
    }

    private static void RequireTemporary(AwsCredentials credentials)
    {
        if (credentials.SessionToken is null)
        {
            throw new CliException(
                new Failure(
                    ExitCode.Usage,
                    "console",
                    "The console opens with temporary credentials only, and these are long-lived keys.",
                    "Choose a role with '--account ID --role NAME', or a profile that has one."
                )
            );
        }
    }

    private static Option<string> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };
}
