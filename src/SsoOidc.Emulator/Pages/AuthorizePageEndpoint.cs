namespace SsoOidc.Emulator;

/// <summary>
/// <c>/authorize</c>: shows the user who asks for what, and sends the browser back to the client with a code or an
/// error (RFC 6749 §4.1.2). A wrong client or redirect URI is shown to the user only, never redirected.
/// </summary>
internal sealed class AuthorizePageEndpoint(
    EmulatorOptions options,
    ClientRegistry clients,
    AuthorizationCodeStore codes
)
{
    private readonly BoundedStore<string, AuthorizationRequest> _pending = new(
        options.TimeProvider,
        TimeSpan.FromHours(1),
        request => request.Bytes
    );

    public Task ShowAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        string redirectUri = query["redirect_uri"].ToString();
        if (
            clients.Find(query["client_id"].ToString()) is not { } client
            || !client.RedirectUris.Any(registered => RedirectUri.Matches(registered, redirectUri))
        )
        {
            return RefuseAsync(
                context,
                "The client, or the address to return to, is not registered. Start the sign-in again."
            );
        }

        AuthorizationRequest request;
        try
        {
            request = AuthorizationRequestReader.Read(query, client, redirectUri);
        }
        catch (ProtocolException refusal)
        {
            string? state = query["state"].ToString() is { Length: > 0 } given ? given : null;
            return ReturnAsync(
                context,
                redirectUri,
                ("error", refusal.Member("error")),
                ("error_description", refusal.Member("error_description")),
                ("state", state)
            );
        }

        return options.AutoApprove ? ApproveAsync(context, request) : AskAsync(context, request);
    }

    public async Task DecideAsync(HttpContext context)
    {
        if (await PageForm.ReadAsync(context) is not { } form)
        {
            return;
        }

        if (_pending.Take(form["request"].ToString()) is not { } request)
        {
            await RefuseAsync(context, "The request was decided before, or has expired. Start the sign-in again.");
        }
        else if (form["decision"] == "approve")
        {
            await ApproveAsync(context, request);
        }
        else
        {
            await ReturnAsync(
                context,
                request.RedirectUri,
                ("error", "access_denied"),
                ("error_description", "The user denied the request"),
                ("state", request.State)
            );
        }
    }

    private Task AskAsync(HttpContext context, AuthorizationRequest request)
    {
        string id = Secrets.Create();
        _pending.Add(id, request);
        return Page.WriteAsync(
            context,
            "Confirm the request",
            $"""
            <p><strong>{request.Client.Name}</strong> asks for {ScopeGrant.Describe(request.Scopes)}.</p>
            <form method="post" action="/authorize">
            <input type="hidden" name="request" value="{id}">
            <button class="main" type="submit" name="decision" value="approve">Approve</button>
            <button type="submit" name="decision" value="deny">Deny</button>
            </form>
            """,
            // Only the scheme, since a policy cannot name an IPv6 address.
            redirectSource: $"{new Uri(request.RedirectUri).Scheme}:"
        );
    }

    private Task ApproveAsync(HttpContext context, AuthorizationRequest request) =>
        ReturnAsync(context, request.RedirectUri, ("code", codes.Issue(request)), ("state", request.State));

    private static Task ReturnAsync(
        HttpContext context,
        string redirectUri,
        params ReadOnlySpan<(string Name, string? Value)> parameters
    )
    {
        var query = new List<string>();
        foreach ((string name, string? value) in parameters)
        {
            if (value is not null)
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        char separator = redirectUri.Contains('?') ? '&' : '?';
        // 303, so that no browser repeats the form at the client (RFC 9700 §4.12).
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{redirectUri}{separator}{string.Join('&', query)}";
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, string reason) =>
        Page.WriteAsync(
            context,
            "Sign-in not possible",
            $"""<p role="alert">{reason}</p>""",
            StatusCodes.Status400BadRequest
        );
}
