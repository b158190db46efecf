namespace SsoOidc.Emulator;

internal static class PortalQuery
{
    public static string Required(HttpContext context, string name) =>
        context.Request.Query[name].ToString() is { Length: > 0 } value
            ? value
            : throw PortalError.InvalidRequest($"Missing required parameter: {name}");

    /// <returns>The account that the <c>account_id</c> parameter names.</returns>
    public static EmulatorAccount Account(HttpContext context, EmulatorOptions options)
    {
        string id = Required(context, "account_id");
        return options.Accounts.FirstOrDefault(account => account.Id == id)
            ?? throw PortalError.NotFound("The user has no access to the account");
    }
}
