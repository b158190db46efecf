namespace SsoOidc.Emulator;

/// <summary><c>GET /assignment/accounts</c></summary>
internal sealed class ListAccountsEndpoint(EmulatorOptions options, BearerToken bearer)
{
    public Task HandleAsync(HttpContext context)
    {
        bearer.Require(context);
        return PortalPage.WriteAsync(
            context,
            "accountList",
            options.Accounts,
            options.PortalPageSize,
            (json, account) =>
            {
                json.WriteString("accountId", account.Id);
                json.WriteString("accountName", account.Name);
                json.WriteString("emailAddress", account.EmailAddress);
            }
        );
    }
}
