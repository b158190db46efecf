namespace SsoOidc;

/// <summary>The way of signing in, with the reason if it was not the caller's decision.</summary>
internal sealed record FlowChoice(SignInMethod Method, string? Explanation)
{
    public static FlowChoice Make(SsoSession session, SsoLoginOptions options)
    {
        SignInMethod wanted = options.Method == SignInMethod.Automatic ? session.Method : options.Method;
        if (wanted != SignInMethod.Automatic)
        {
            return new FlowChoice(wanted, Explanation: null);
        }

        if (session.Name is null)
        {
            return DeviceCode("a start URL without an sso-session signs in with a code, as in the AWS CLI");
        }

        return BrowserReach.FindObstacle(options.Client.Environment) is { } obstacle
            ? DeviceCode(obstacle)
            : new FlowChoice(SignInMethod.Browser, "A browser on this machine can return directly.");
    }

    private static FlowChoice DeviceCode(string because) =>
        new(SignInMethod.DeviceCode, $"Signing in with a code because {because}.");
}
