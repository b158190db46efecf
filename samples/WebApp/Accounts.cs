using WebApp.Portal;

namespace WebApp;

/// <summary>The accounts that the holder of a token may use.</summary>
/// <remarks>
/// Endpoints take this class and not the client: the generator of ASP.NET Core's endpoints does not see what other generators
/// make in the same project.
/// </remarks>
internal sealed class Accounts(IPortalClient portal)
{
    public async Task<IResult> ListAsync(string token, CancellationToken cancellationToken)
    {
        List<Account> accounts = [];
        try
        {
            ListAccountsRequest request = new() { AccessToken = token };
            await foreach (AccountInfo account in portal.ListAccountsItemsAsync(request, cancellationToken))
            {
                accounts.Add(new Account(account.AccountId ?? "", account.AccountName ?? ""));
            }
        }
        catch (UnauthorizedException)
        {
            return Results.Unauthorized();
        }

        return Results.Ok(accounts);
    }
}
