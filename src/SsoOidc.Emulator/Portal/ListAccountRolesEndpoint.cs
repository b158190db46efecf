namespace SsoOidc.Emulator;

/// <summary><c>GET /assignment/roles</c></summary>
internal sealed class ListAccountRolesEndpoint(EmulatorOptions options, BearerToken bearer)
{
    public Task HandleAsync(HttpContext context)
    {
        bearer.Require(context);
        EmulatorAccount account = PortalQuery.Account(context, options);
        return PortalPage.WriteAsync(
            context,
            "roleList",
            account.Roles,
            options.PortalPageSize,
            (json, role) =>
            {
                json.WriteString("roleName", role);
                json.WriteString("accountId", account.Id);
            }
        );
    }
}
