using System.Text.Json;
using SsoOidcGen.Interop.Servers;

namespace SsoOidc.Interop.Credentials;

/// <summary>Other people's SDKs with credentials from <c>ssooidc serve</c>.</summary>
public sealed class ServeTests
{
    private const string ExpectedArn = "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_ReadOnlyAccess/user";

    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "SsoOidc.Cli.dll");

    [Fact]
    public async Task The_AWS_SDK_for_DotNet_is_the_role_that_is_served() =>
        Assert.Equal(
            ExpectedArn,
            await RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "SsoOidc.CredentialsProgram.dll"), "theirs")
        );

    [Fact]
    public async Task A_generated_client_is_the_role_that_is_served() =>
        Assert.Equal(
            ExpectedArn,
            await RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "SsoOidc.CredentialsProgram.dll"), "ours")
        );

    [Fact]
    public async Task Boto3_is_the_role_that_is_served() =>
        Assert.Equal(
            ExpectedArn,
            await RunAsync(
                ForeignProgram.Python(),
                Path.Combine(AppContext.BaseDirectory, "Credentials", "identity.py")
            )
        );

    [Fact]
    public async Task The_AWS_SDK_for_JavaScript_gets_credentials_that_last()
    {
        await NodePackages.InstallAsync();

        Assert.Matches("^ASIA[A-Z0-9]+ temporary true$", await RunAsync("node", NodePackages.Path("credentials.mjs")));
    }

    /// <summary>Runs a program whose home directory is empty: all that it has are the variables that the server says.</summary>
    private static async Task<string> RunAsync(params string[] command)
    {
        await using SharedHome signedIn = await SharedHome.CreateAsync();
        using (SsoLogin login = signedIn.CreateLogin())
        {
            await login.SignInAsync(TestContext.Current.CancellationToken);
        }

        string endpoint = signedIn.Emulator.BaseAddress.AbsoluteUri;
        using ChildProcess server = ChildProcess.Start(
            signedIn.Home,
            ["dotnet", s_tool, "serve", "--profile", "role", "--json"],
            ("AWS_ENDPOINT_URL", endpoint)
        );
        List<string> lines = [];
        await server.ReadLineAsync(line =>
        {
            lines.Add(line);
            return line == "}";
        });
        using JsonDocument variables = JsonDocument.Parse(string.Concat(lines));
        using TempHome empty = new();
        using ChildProcess program = ChildProcess.Start(
            empty,
            command,
            [
                .. variables.RootElement.EnumerateObject().Select(static item => (item.Name, item.Value.GetString()!)),
                ("AWS_ENDPOINT_URL", endpoint),
                ("AWS_REGION", "us-east-1"),
                ("AWS_DEFAULT_REGION", "us-east-1"),
            ]
        );
        CliResult result = await program.WaitAsync();

        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output.Trim();
    }
}
