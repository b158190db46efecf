namespace SsoOidc.Interop.Credentials;

/// <summary>What the compiler compiles while a program starts whose keys are in the environment.</summary>
public sealed class StartTests
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "SsoOidc.CredentialsProgram.dll");

    [Fact]
    public async Task With_keys_in_the_environment_no_other_source_is_compiled()
    {
        await using Scene scene = await Scene.CreateAsync("laptop");
        string list = Path.Combine(scene.Home.Path, "compiled.txt");
        using ChildProcess process = ChildProcess.Start(
            scene.Home,
            ["dotnet", s_program, "ours"],
            [
                .. scene.Variables,
                ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
                ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                // The runtime's own list of the methods that it compiles.
                ("DOTNET_JitStdOutFile", list),
                ("DOTNET_JitDisasmSummary", "1"),
            ]
        );
        CliResult result = await process.WaitAsync();
        Assert.True(result.ExitCode == 0, result.Error);

        string[] compiled = await File.ReadAllLinesAsync(list, TestContext.Current.CancellationToken);

        Assert.Contains(compiled, static line => line.Contains("SsoOidcGen.Runtime.EnvironmentCredentials:"));
        Assert.DoesNotContain(compiled, IsOfAnotherSource);
    }

    private static bool IsOfAnotherSource(string line) =>
        s_others.Any(type => line.Contains($" SsoOidcGen.Runtime.{type}", StringComparison.Ordinal))
        || line.Contains(" SsoOidc.SsoRoleSource", StringComparison.Ordinal)
        || line.Contains(" SsoOidc.LoginSessionSource", StringComparison.Ordinal);

    private static readonly string[] s_others =
    [
        "ChainSearch",
        "SearchReport",
        "SharedProviders",
        "CompilerServices.FreshCredentials",
        "ProfileSources",
        "ProfileKind",
        "WebIdentitySource",
        "ContainerEndpoint",
        "InstanceSource",
        "MetadataClient",
        "StsSettings",
        "Sts.",
    ];
}
