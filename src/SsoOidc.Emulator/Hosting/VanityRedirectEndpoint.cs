namespace SsoOidc.Emulator;

/// <summary>A start URL of a company's own domain: one redirect to the real one.</summary>
internal sealed class VanityRedirectEndpoint(string location)
{
    public Task HandleAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
