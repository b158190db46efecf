using System.CommandLine;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc login</c>: signs a user in and caches the token.</summary>
internal sealed class LoginCommand
{
    private readonly CliHost _host;
    private readonly SessionOptions _session = new();

    private readonly Option<string> _scopes = new("--scopes")
    {
        Description = "The scopes to register for, separated by commas.",
        HelpName = "list",
    };

    private readonly Option<bool> _useDeviceCode = new("--use-device-code")
    {
        Description = "Sign in with a code, in a browser anywhere (RFC 8628).",
    };

    private readonly Option<bool> _useBrowser = new("--use-browser")
    {
        Description = "Sign in in a browser on this machine (RFC 8252).",
    };

    private readonly Option<bool> _noBrowser = new("--no-browser")
    {
        Description = "Show the page's address only, and open no browser.",
    };

    private readonly Option<bool> _emulator = new("--emulator")
    {
        Description = "Try it with a service inside this process that approves by itself; nothing is kept.",
    };

    private LoginCommand(CliHost host) => _host = host;

    public static Command Create(CliHost host) => new LoginCommand(host).Build();

    private Command Build()
    {
        Command command = new("login", "Sign in, in a browser or with a code, and cache the token.")
        {
            _scopes,
            _useDeviceCode,
            _useBrowser,
            _noBrowser,
            _emulator,
        };
        _session.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_useBrowser) && (result.GetValue(_useDeviceCode) || result.GetValue(_emulator)))
            {
                result.AddError("Option '--use-browser' excludes '--use-device-code' and '--emulator'.");
            }
        });
        command.Run(_host, RunAsync);
        return command;
    }

    private async Task RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        if (line.GetValue(_emulator))
        {
            await using EmulatedService emulated = await EmulatedService.StartAsync(cancellationToken);
            SsoSession sample = _session.AreGiven(line) ? _session.Select(line) : EmulatedService.Session;
            await SignInAsync(line, sample, emulated.LoginOptions, cancellationToken);
            return;
        }

        SsoSession session = _session.Select(line);
        SsoLoginOptions options = _session.CreateLoginOptions(_host, line) with { Method = Method(line) };
        SsoToken token = await SignInAsync(
            line,
            session,
            line.GetValue(_noBrowser) ? options with { OpenBrowser = null } : options,
            cancellationToken
        );
        if (_session.IsConfigured(line) && token.Region is { } region && region != session.Region)
        {
            await new SsoConfigWriter().WriteRegionAsync(session, region, cancellationToken);
            _host.Error.WriteLine($"The portal is in {region}, not {session.Region}; ~/.aws/config now says so.");
        }
    }

    private async Task<SsoToken> SignInAsync(
        ParseResult line,
        SsoSession session,
        SsoLoginOptions options,
        CancellationToken cancellationToken
    )
    {
        bool json = line.WantsJson();
        SignInDialog dialog = new(json ? _host.Error : _host.Output, TimeProvider.System);
        SsoToken token = await dialog.RunAsync(
            WithScopes(line, session),
            options,
            login => login.SignInAsync(cancellationToken)
        );
        if (!await IsStoredAsync(options.TokenStore, session, token, cancellationToken))
        {
            throw new CliException(NotStored(session));
        }

        if (json)
        {
            JsonOutput.WriteObject(
                _host.Output,
                members =>
                {
                    members.WriteStringOrNull("session", session.Name);
                    members.WriteString("startUrl", session.StartUrl);
                    members.WriteStringOrNull("region", token.Region);
                    members.WriteString("expiresAt", Times.Iso(token.ExpiresAt));
                }
            );
        }
        else
        {
            _host.Output.WriteMarkupLine(
                $"[green]You are signed in[/] to {session.Name ?? session.StartUrl} until {Times.Clock(token.ExpiresAt)}."
            );
        }

        return token;
    }

    private static async Task<bool> IsStoredAsync(
        ITokenStore store,
        SsoSession session,
        SsoToken token,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await store.ReadAsync(session.TokenName, cancellationToken) is { } json
                && SsoToken.FromJson(json).AccessToken == token.AccessToken;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Failure NotStored(SsoSession session) =>
        new(
            ExitCode.Failed,
            "not_stored",
            $"You signed in to {session.Name ?? session.StartUrl}, but the token could not be stored and is lost with this command.",
            "Free space, or make the location above writable, and sign in again."
        );

    private SsoSession WithScopes(ParseResult line, SsoSession session) =>
        SsoSession.ParseScopes(line.GetValue(_scopes)) is { } scopes ? session with { Scopes = scopes } : session;

    private SignInMethod Method(ParseResult line) =>
        line.GetValue(_useDeviceCode) ? SignInMethod.DeviceCode
        : line.GetValue(_useBrowser) ? SignInMethod.Browser
        : SignInMethod.Automatic;
}
