using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SsoOidc.Emulator;

namespace SsoOidc.Cli;

/// <summary>How the emulator behaves, so that programs in any language can test what happens when something expires.</summary>
internal sealed class EmulatorSettings
{
    private const string EndSession = "end-session";
    private static readonly EmulatorOptions s_defaults = new();

    private readonly Option<ushort> _port = PortOption.Create();

    private readonly Option<bool> _approve = new("--approve") { Description = "Approve every sign-in immediately." };

    private readonly Option<string> _reuse = new("--refresh-token-reuse")
    {
        Description = "What a refresh token that was used before leads to.",
        DefaultValueFactory = _ => EndSession,
    };

    private readonly Option<Duration> _interval = Length(
        "--interval",
        "How long to wait between two polls for a token.",
        s_defaults.Interval
    );

    private readonly Option<Duration> _accessToken = Length(
        "--access-token-lifetime",
        "How long an access token is valid.",
        s_defaults.AccessTokenLifetime
    );

    private readonly Option<Duration> _refreshToken = Length(
        "--refresh-token-lifetime",
        "How long a session can be refreshed.",
        s_defaults.RefreshTokenLifetime
    );

    private readonly Option<Duration> _registration = Length(
        "--registration-lifetime",
        "How long a registered client is accepted.",
        s_defaults.ClientSecretLifetime
    );

    private readonly Option<Duration> _deviceCode = Length(
        "--device-code-lifetime",
        "How long a device code and its user code are valid.",
        s_defaults.DeviceCodeLifetime
    );

    private readonly Option<Duration> _authorizationCode = Length(
        "--authorization-code-lifetime",
        "How long an authorization code is valid.",
        s_defaults.AuthorizationCodeLifetime
    );

    private readonly Option<Duration> _roleCredentials = Length(
        "--role-credentials-lifetime",
        "How long the credentials of a role are valid.",
        s_defaults.RoleCredentialsLifetime
    );

    public EmulatorSettings() => _reuse.AcceptOnlyFromAmong(EndSession, "refuse");

    public void AddTo(Command command)
    {
        foreach (
            Option option in new Option[]
            {
                _port,
                _approve,
                _interval,
                _accessToken,
                _refreshToken,
                _reuse,
                _registration,
                _deviceCode,
                _authorizationCode,
                _roleCredentials,
            }
        )
        {
            command.Options.Add(option);
        }
    }

    public EmulatorOptions Read(ParseResult line) =>
        new()
        {
            Port = line.GetValue(_port),
            AutoApprove = line.GetValue(_approve),
            Interval = line.GetValue(_interval).Length,
            AccessTokenLifetime = line.GetValue(_accessToken).Length,
            RefreshTokenLifetime = line.GetValue(_refreshToken).Length,
            ReuseEndsSession = line.GetValue(_reuse) == EndSession,
            ClientSecretLifetime = line.GetValue(_registration).Length,
            DeviceCodeLifetime = line.GetValue(_deviceCode).Length,
            AuthorizationCodeLifetime = line.GetValue(_authorizationCode).Length,
            RoleCredentialsLifetime = line.GetValue(_roleCredentials).Length,
        };

    private static Option<Duration> Length(string name, string description, TimeSpan normally) =>
        new(name)
        {
            Description = description,
            HelpName = "duration",
            DefaultValueFactory = _ => new Duration(normally),
            CustomParser = argument => Duration.Parse(name, argument),
        };
}
