namespace SsoOidc.Emulator;

/// <summary>An application that an administrator set up, and that calls <c>CreateTokenWithIAM</c> with signed requests.</summary>
/// <param name="Arn">The ARN, which is its client id.</param>
/// <param name="RedirectUris">Where a browser may be sent with an authorization code.</param>
/// <param name="Scopes">The scopes it may be granted.</param>
public sealed record EmulatorApplication(string Arn, IReadOnlyList<string> RedirectUris, IReadOnlyList<string> Scopes)
{
    internal static IReadOnlyList<EmulatorApplication> Samples { get; } =
    [
        new(
            "arn:aws:sso::111111111111:application/ssoins-0123456789abcdef/apl-0123456789abcdef",
            ["http://127.0.0.1/oauth/callback"],
            ["openid", "aws", "sts:identity_context"]
        ),
    ];
}
