namespace SsoOidc.Interop.AwsCli;

public class ExportFormatTests
{
    // Debian's version knows no fish.
    [Theory]
    [InlineData("process")]
    [InlineData("env")]
    [InlineData("env-no-export")]
    [InlineData("powershell")]
    [InlineData("windows-cmd")]
    public async Task Credentials_are_printed_to_the_letter_as_the_CLI_prints_them(string format)
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = home.CreateLogin();
        await login.SignInAsync();

        string ours = await home.RunToolAsync("credentials", "--profile", "role", "--format", format);
        string theirs = await home.RunAwsAsync(
            "configure",
            "export-credentials",
            "--profile",
            "role",
            "--format",
            format
        );

        Assert.Equal(theirs, ours);
    }
}
