using Microsoft.Extensions.Diagnostics.HealthChecks;
using SsoOidcGen.Runtime;
using WebApp.Portal;

namespace WebApp;

/// <summary>The portal is there when it responds, and be it that it does not know the token.</summary>
internal sealed class PortalHealthCheck(IPortalClient portal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        OperationResult<ListAccountsResponse> result = await portal.TryInvokeAsync(
            PortalClient.Operations.ListAccounts,
            new ListAccountsRequest { AccessToken = "none" },
            cancellationToken
        );
        return result.Exception is null or UnauthorizedException
            ? HealthCheckResult.Healthy($"Request {result.RequestId}, {result.Attempts} attempt(s)")
            : new HealthCheckResult(context.Registration.FailureStatus, result.Exception.Message, result.Exception);
    }
}
