using SsoOidcGen.Runtime;

namespace SsoOidc.Tests;

/// <summary>What must not be null is named at once, and not found out later.</summary>
public sealed class NullArgumentTests
{
    private static readonly SsoSession Session = new()
    {
        StartUrl = "https://d-1234567890.awsapps.com/start",
        Region = "eu-central-1",
    };

    [Fact]
    public void Readers_and_logins_name_it()
    {
        using SsoLogin login = new(Session);

        Assert.Throws<ArgumentNullException>("session", static () => new SsoLogin(null!));
        Assert.Throws<ArgumentNullException>("login", static () => new SsoCredentialsProvider(null!, "1", "r"));
        Assert.Throws<ArgumentException>("accountId", () => new SsoCredentialsProvider(login, "", "r"));
        Assert.Throws<ArgumentException>("roleName", () => new SsoCredentialsProvider(login, "1", ""));
        Assert.Throws<ArgumentNullException>("config", static () => SsoSessionConfig.ReadSsoSession(null!, "s"));
        Assert.Throws<ArgumentNullException>("config", static () => SsoSessionConfig.FindSsoSession(null!));
        Assert.Throws<ArgumentNullException>("config", static () => SsoSessionConfig.FindSsoRole(null!));
    }

    [Fact]
    public async Task Writers_and_sign_outs_name_it()
    {
        using TempFolder folder = new();
        SsoConfigWriter writer = new(new AwsEnvironment(folder.Path));

        await Assert.ThrowsAsync<ArgumentNullException>("session", () => writer.WriteSessionAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>("session", () => writer.WriteRegionAsync(null!, "r"));
        await Assert.ThrowsAsync<ArgumentNullException>("role", () => writer.WriteProfileAsync("p", null!));
        await Assert.ThrowsAsync<ArgumentNullException>("session", () => new SsoSignOut().SignOutAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>("url", async () => await SystemBrowser.OpenAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>("store", () => CachedSessions.ListAsync(null!, null!));
        Assert.False(File.Exists(Path.Combine(folder.Path, ".aws", "config")));
    }
}
