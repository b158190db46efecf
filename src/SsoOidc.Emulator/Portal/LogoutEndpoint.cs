namespace SsoOidc.Emulator;

/// <summary><c>POST /logout</c>: the session ends, and with it every token of it.</summary>
internal sealed class LogoutEndpoint(BearerToken bearer)
{
    public Task HandleAsync(HttpContext context)
    {
        bearer.Require(context).End();
        return Task.CompletedTask;
    }
}
