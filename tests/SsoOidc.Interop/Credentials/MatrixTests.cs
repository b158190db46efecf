namespace SsoOidc.Interop.Credentials;

/// <summary>One program, unchanged, on every kind of machine; and other people's programs on the same machines.</summary>
public sealed class MatrixTests
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "SsoOidc.CredentialsProgram.dll");

    public static TheoryData<string> Machines => [.. Scene.Kinds];

    // The AWS SDK finds SSO profiles through packages of their own, which the program does not have.
    public static TheoryData<string> MachinesOfAwsSdk => [.. Scene.Kinds.Where(static kind => !kind.Contains("sso"))];

    [Theory]
    [MemberData(nameof(Machines))]
    public Task A_generated_client_finds_its_credentials(string kind) => RunAsync(kind, "dotnet", s_program, "ours");

    [Theory]
    [MemberData(nameof(MachinesOfAwsSdk))]
    public Task The_AWS_SDK_finds_the_same(string kind) => RunAsync(kind, "dotnet", s_program, "theirs");

    // Debian's boto3 knows no token file of a pod, and no session as the source of a role.
    public static TheoryData<string> MachinesOfBoto3 =>
        [.. Scene.Kinds.Where(static kind => kind is not ("eks" or "role from sso"))];

    [Theory]
    [MemberData(nameof(MachinesOfBoto3))]
    public Task Boto3_finds_the_same(string kind) =>
        RunAsync(kind, ForeignProgram.Python(), Path.Combine(AppContext.BaseDirectory, "Credentials", "identity.py"));

    [Theory]
    [InlineData("laptop", "ours-from-theirs")]
    [InlineData("ecs", "ours-from-theirs")]
    [InlineData("laptop", "theirs-from-ours")]
    [InlineData("sso", "theirs-from-ours")]
    [InlineData("role chain", "theirs-from-ours")]
    public Task The_adapter_hands_credentials_over(string kind, string client) =>
        RunAsync(kind, "dotnet", s_program, client);

    private static async Task RunAsync(string kind, params string[] command)
    {
        await using Scene scene = await Scene.CreateAsync(kind);
        using ChildProcess process = ChildProcess.Start(scene.Home, command, scene.Variables);
        CliResult result = await process.WaitAsync();

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(scene.ExpectedArn, result.Output.Trim());
    }
}
