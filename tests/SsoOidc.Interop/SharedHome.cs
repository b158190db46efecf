using System.Text.Json.Nodes;
using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Interop;

/// <summary>A home directory that this library, boto3 and the AWS CLI share, with a session and profiles over an emulator.</summary>
internal sealed class SharedHome : IAsyncDisposable
{
    public const string AccountId = "111111111111";
    public const string RoleName = "ReadOnlyAccess";
    private const string StartUrl = "https://d-1234567890.awsapps.com/start";
    private const string Region = "us-east-1";

    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "SsoOidc.Cli.dll");

    private SharedHome(SsoOidcEmulator emulator)
    {
        Emulator = emulator;
        BotocoreData.WriteEndpoint(DataPath, emulator.BaseAddress);
        Home.WriteConfig(
            $"""
            [sso-session dev]
            sso_start_url = {StartUrl}
            sso_region = {Region}
            sso_registration_scopes = sso:account:access

            [profile role]
            sso_session = dev
            sso_account_id = {AccountId}
            sso_role_name = {RoleName}
            region = {Region}

            [profile legacy]
            sso_start_url = {StartUrl}
            sso_region = {Region}
            sso_account_id = {AccountId}
            sso_role_name = {RoleName}
            region = {Region}

            [profile process]
            credential_process = dotnet "{s_tool}" credentials --profile role
            region = {Region}
            """
        );
    }

    public SsoOidcEmulator Emulator { get; }

    public TempHome Home { get; } = new();

    public FileTokenStore Tokens => new(Home.CacheDirectory);

    public FileTokenStore RoleCredentials => FileTokenStore.ForRoleCredentials(new AwsEnvironment(Home.Path));

    public SharedConfig Config => SharedConfig.Load(new AwsEnvironment(Home.Path));

    private SsoLoginOptions LoginOptions =>
        new()
        {
            TokenStore = Tokens,
            Method = SignInMethod.DeviceCode,
            OpenBrowser = null,
            Client = new ServiceClientOptions
            {
                Endpoint = Emulator.BaseAddress,
                Environment = new AwsEnvironment(Home.Path),
            },
        };

    private string DataPath => Path.Combine(Home.Path, "data");

    private (string, string)[] Environment =>
        [("AWS_DATA_PATH", DataPath), ("AWS_ENDPOINT_URL", Emulator.BaseAddress.AbsoluteUri)];

    /// <param name="options">How the emulator behaves; null approves every sign-in at once.</param>
    public static async Task<SharedHome> CreateAsync(EmulatorOptions? options = null) =>
        new(await SsoOidcEmulator.StartAsync(options ?? new EmulatorOptions { AutoApprove = true }));

    /// <summary>This library's sign-in for a profile, over the same files.</summary>
    public SsoLogin CreateLogin(string profile = "role") => new(Config.FindSsoSession(profile)!, LoginOptions);

    /// <summary>Starts the AWS CLI.</summary>
    public ChildProcess StartAws(params string[] args) =>
        ChildProcess.Start(Home, [ForeignProgram.Aws(), .. args], Environment);

    /// <summary>Runs the AWS CLI, which has to succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAwsAsync(params string[] args)
    {
        using ChildProcess process = StartAws(args);
        return await SucceedAsync(process);
    }

    /// <summary>The credentials that the AWS CLI finds for a profile.</summary>
    public async Task<JsonNode> ExportAsync(string profile) =>
        JsonNode.Parse(await RunAwsAsync("configure", "export-credentials", "--profile", profile))!;

    /// <summary>What boto3 makes of a profile: <c>Boto3/profile.py</c> says which members there are.</summary>
    public async Task<JsonNode> ReadInBoto3Async(string profile)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "Boto3", "profile.py");
        using ChildProcess process = ChildProcess.Start(Home, [ForeignProgram.Python(), script, profile], Environment);
        return JsonNode.Parse(await SucceedAsync(process))!;
    }

    /// <summary>Runs the tool <c>ssooidc</c>, which has to succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunToolAsync(params string[] args)
    {
        using ChildProcess process = ChildProcess.Start(Home, ["dotnet", s_tool, .. args], Environment);
        return await SucceedAsync(process);
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Home.Dispose();
    }

    private static async Task<string> SucceedAsync(ChildProcess process)
    {
        CliResult result = await process.WaitAsync();
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }
}
