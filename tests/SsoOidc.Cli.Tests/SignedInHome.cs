using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests;

/// <summary>A home directory with the session <c>dev</c> configured, and an emulator to use it with.</summary>
internal sealed class SignedInHome : IAsyncDisposable
{
    private SignedInHome(SsoOidcEmulator emulator) => Emulator = emulator;

    public TempHome Home { get; } = new();

    public SsoOidcEmulator Emulator { get; }

    /// <summary>The cache entry of the session <c>dev</c>.</summary>
    public string TokenFile => Path.Combine(Home.CacheDirectory, "34c6fceca75e456f25e7e99531e2425c6c1de443.json");

    /// <summary>Approves every sign-in at once.</summary>
    public static async Task<SignedInHome> CreateAsync(bool signIn = true)
    {
        SignedInHome home = new(await SsoOidcEmulator.StartAsync(new EmulatorOptions { AutoApprove = true }));
        home.Home.WriteConfig(
            """
            [sso-session dev]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = us-east-1
            sso_registration_scopes = sso:account:access

            [profile admin]
            sso_session = dev
            sso_account_id = 111111111111
            sso_role_name = AdministratorAccess
            """
        );
        if (signIn)
        {
            CliResult result = await home.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");
            Assert.Equal(ExitCode.Success, result.ExitCode);
        }

        return home;
    }

    public ChildProcess Start(params string[] args) =>
        CliProcess.Start(Home, args, ("AWS_ENDPOINT_URL", Emulator.BaseAddress.AbsoluteUri));

    public async Task<CliResult> RunAsync(params string[] args)
    {
        using ChildProcess process = Start(args);
        return await process.WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Home.Dispose();
    }
}
