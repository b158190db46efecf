using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What a search for credentials goes by: the settings of the client that is going to sign with them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CredentialsSearch
{
    /// <summary>The environment variables and the home directory.</summary>
    public required AwsEnvironment Environment { get; init; }

    /// <summary>The shared config and credentials files.</summary>
    public required SharedConfig Config { get; init; }

    /// <summary>The profile in effect.</summary>
    public required ConfigSection Profile { get; init; }

    /// <summary>The caller named the profile, so that it goes before the environment variables and instead of them.</summary>
    public bool IsProfileChosen { get; init; }

    /// <summary>The client's region; null when none is set.</summary>
    public string? Region { get; init; }

    /// <summary>The client uses endpoints validated by FIPS 140.</summary>
    public bool UseFipsEndpoint { get; init; }

    /// <summary>The client uses endpoints that IPv4 and IPv6 reach.</summary>
    public bool UseDualStackEndpoint { get; init; }

    /// <summary>The caller lets secrets travel unencrypted.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Asks the user for the code of an MFA device, named by its serial number; null: nobody can be asked.</summary>
    public Func<string, CancellationToken, ValueTask<string>>? MfaCode { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Sends the requests of the sources; null: over connections of their own.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
