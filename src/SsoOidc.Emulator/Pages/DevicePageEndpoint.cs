namespace SsoOidc.Emulator;

/// <summary>
/// <c>/device</c>, the verification page of RFC 8628 §3.3: the user types the code, or follows the complete link, sees
/// which client asks, and decides.
/// </summary>
internal sealed class DevicePageEndpoint(UserCodeGuesses guesses)
{
    public Task ShowAsync(HttpContext context)
    {
        string typed = context.Request.Query["user_code"].ToString();
        if (typed.Length == 0)
        {
            return AskForCodeAsync(context);
        }

        return guesses.Find(typed, out TimeSpan pause) is { } authorization
            ? ShowAsync(context, authorization)
            : RefuseCodeAsync(context, typed, pause);
    }

    public async Task DecideAsync(HttpContext context)
    {
        if (await PageForm.ReadAsync(context) is not { } form)
        {
            return;
        }

        string typed = form["user_code"].ToString();
        if (guesses.Find(typed, out TimeSpan pause) is not { } authorization)
        {
            await RefuseCodeAsync(context, typed, pause);
            return;
        }

        // Deciding what was decided before changes nothing: the page then says how it stands.
        authorization.Decide(approve: form["decision"] == "approve");
        await ShowAsync(context, authorization);
    }

    private static Task ShowAsync(HttpContext context, DeviceAuthorization authorization) =>
        authorization.State switch
        {
            DeviceAuthorizationState.Pending => AskForDecisionAsync(context, authorization),
            DeviceAuthorizationState.Approved or DeviceAuthorizationState.Redeemed => Page.WriteAsync(
                context,
                "Request approved",
                $"""<p role="status">{authorization.Client.Name} is signed in. You can close this page.</p>"""
            ),
            DeviceAuthorizationState.Denied => Page.WriteAsync(
                context,
                "Request denied",
                $"""<p role="status">{authorization.Client.Name} gets no access. You can close this page.</p>"""
            ),
            _ => AskForCodeAsync(context, $"The code has expired. Start the sign-in again and type the new code."),
        };

    private static Task AskForDecisionAsync(HttpContext context, DeviceAuthorization authorization) =>
        Page.WriteAsync(
            context,
            "Confirm the request",
            $"""
            <p>Does your device show this code?</p>
            <p class="code">{authorization.UserCode}</p>
            <p><strong>{authorization.Client.Name}</strong> asks for {ScopeGrant.Describe(
                authorization.Client.Scopes
            )}.</p>
            <form method="post" action="/device">
            <input type="hidden" name="user_code" value="{authorization.UserCode}">
            <button class="main" type="submit" name="decision" value="approve">Approve</button>
            <button type="submit" name="decision" value="deny">Deny</button>
            </form>
            """
        );

    private static Task RefuseCodeAsync(HttpContext context, string typed, TimeSpan pause)
    {
        if (pause == TimeSpan.Zero)
        {
            return AskForCodeAsync(
                context,
                $"There is no code <code>{typed}</code>. Compare it with the one your device shows.",
                typed
            );
        }

        context.Response.Headers.RetryAfter = $"{Math.Ceiling(pause.TotalSeconds)}";
        return Page.WriteAsync(
            context,
            "Too many wrong codes",
            $"""<p role="alert">Wait a minute, then type the code that your device shows.</p>""",
            StatusCodes.Status429TooManyRequests
        );
    }

    private static Task AskForCodeAsync(HttpContext context, Html? problem = null, string typed = "")
    {
        Html alert = problem is null ? Html.Empty : $"""<p role="alert" id="problem">{problem}</p>""";
        Html described = problem is null ? Html.Empty : $"""aria-invalid="true" aria-describedby="problem" """;
        return Page.WriteAsync(
            context,
            "Enter your code",
            $"""
            {alert}
            <form method="get" action="/device">
            <label for="user_code">Code shown by your device</label>
            <input id="user_code" name="user_code" value="{typed}" {described}required autofocus autocomplete="off" autocapitalize="characters" spellcheck="false">
            <button class="main" type="submit">Continue</button>
            </form>
            """,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }
}
