namespace SsoOidc.Cli;

/// <summary>Says how programs reach the server.</summary>
internal static class ServerView
{
    private const string Endpoint = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

    public static void Write(Terminal terminal, CredentialsServer server, string name, bool json)
    {
        if (json)
        {
            JsonOutput.WriteObject(
                terminal,
                members =>
                {
                    members.WriteString(Endpoint, server.Address.AbsoluteUri);
                    members.WriteString(Token, server.Token);
                }
            );
            return;
        }

        terminal.WriteLine($"Credentials of {name} are served until Ctrl+C, to programs with these variables:");
        terminal.WriteUnbroken($"  export {Endpoint}={server.Address.AbsoluteUri}");
        terminal.WriteUnbroken($"  export {Token}={server.Token}");
    }
}
