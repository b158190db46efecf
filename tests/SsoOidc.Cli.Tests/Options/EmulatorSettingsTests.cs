using System.CommandLine;
using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.Options;

public sealed class EmulatorSettingsTests
{
    private readonly EmulatorSettings _settings = new();
    private readonly Command _command = new("emulator");

    public EmulatorSettingsTests() => _settings.AddTo(_command);

    [Fact]
    public void Every_lifetime_can_be_set_so_that_its_expiry_can_be_tested()
    {
        EmulatorOptions options = Read(
            "--access-token-lifetime=30s",
            "--refresh-token-lifetime=2h",
            "--registration-lifetime=3d",
            "--device-code-lifetime=4m",
            "--authorization-code-lifetime=9999d",
            "--role-credentials-lifetime=15m",
            "--interval=7s",
            "--refresh-token-reuse=refuse",
            "--approve",
            "--port=1234"
        );

        Assert.Equal(TimeSpan.FromSeconds(30), options.AccessTokenLifetime);
        Assert.Equal(TimeSpan.FromHours(2), options.RefreshTokenLifetime);
        Assert.Equal(TimeSpan.FromDays(3), options.ClientSecretLifetime);
        Assert.Equal(TimeSpan.FromMinutes(4), options.DeviceCodeLifetime);
        Assert.Equal(TimeSpan.FromDays(9999), options.AuthorizationCodeLifetime);
        Assert.Equal(TimeSpan.FromMinutes(15), options.RoleCredentialsLifetime);
        Assert.Equal(TimeSpan.FromSeconds(7), options.Interval);
        Assert.False(options.ReuseEndsSession);
        Assert.True(options.AutoApprove);
        Assert.Equal(1234, options.Port);
    }

    [Fact]
    public void What_is_not_set_is_as_in_the_library()
    {
        EmulatorOptions expected = new();

        EmulatorOptions options = Read();

        Assert.Equal(expected.AccessTokenLifetime, options.AccessTokenLifetime);
        Assert.Equal(expected.RefreshTokenLifetime, options.RefreshTokenLifetime);
        Assert.Equal(expected.ClientSecretLifetime, options.ClientSecretLifetime);
        Assert.Equal(expected.DeviceCodeLifetime, options.DeviceCodeLifetime);
        Assert.Equal(expected.AuthorizationCodeLifetime, options.AuthorizationCodeLifetime);
        Assert.Equal(expected.RoleCredentialsLifetime, options.RoleCredentialsLifetime);
        Assert.Equal(expected.Interval, options.Interval);
        Assert.True(options.ReuseEndsSession);
        Assert.False(options.AutoApprove);
        Assert.Equal(0, options.Port);
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("30")]
    [InlineData("10000d")]
    [InlineData("-1s")]
    [InlineData("s")]
    [InlineData("1w")]
    public void A_lifetime_is_a_number_and_a_unit(string text)
    {
        ParseResult line = _command.Parse([$"--access-token-lifetime={text}"]);

        string message = Assert.Single(line.Errors).Message;
        Assert.StartsWith("Option '--access-token-lifetime' takes", message);
        Assert.EndsWith($"not '{text}'.", message);
    }

    [Theory]
    [InlineData(90, "90s")]
    [InlineData(600, "10m")]
    [InlineData(8 * 3600, "8h")]
    [InlineData(90 * 86_400, "90d")]
    public void The_help_shows_a_default_as_it_is_typed(int seconds, string text) =>
        Assert.Equal(text, new Duration(TimeSpan.FromSeconds(seconds)).ToString());

    private EmulatorOptions Read(params string[] args)
    {
        ParseResult line = _command.Parse(args);
        Assert.Empty(line.Errors);
        return _settings.Read(line);
    }
}
