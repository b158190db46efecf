namespace SsoOidc.Emulator;

/// <summary><c>POST /</c>: the three operations of STS that finding credentials takes, over the query protocol.</summary>
internal sealed class StsEndpoint(EmulatorOptions options, OperationRunner runner, AccessKeyStore keys)
{
    private readonly SigV4Verifier _verifier = new("sts", options.TimeProvider, keys);
    private readonly RoleSessions _sessions = new(options, keys);

    public async Task HandleAsync(HttpContext context)
    {
        StsRequest request = await StsRequest.ReadAsync(context);
        EmulatorOperation operation = request.Action switch
        {
            "AssumeRole" => EmulatorOperation.AssumeRole,
            "AssumeRoleWithWebIdentity" => EmulatorOperation.AssumeRoleWithWebIdentity,
            "GetCallerIdentity" => EmulatorOperation.GetCallerIdentity,
            _ => EmulatorOperation.Unknown,
        };
        await runner.RunAsync(context, operation, _ => RespondAsync(context, operation, request));
    }

    private async Task RespondAsync(HttpContext context, EmulatorOperation operation, StsRequest request)
    {
        try
        {
            switch (operation)
            {
                case EmulatorOperation.AssumeRole:
                    _verifier.Verify(await SignedRequest.ReadAsync(context));
                    await StsResponse.WriteSessionAsync(context, request.Action, _sessions.Start(request));
                    break;
                case EmulatorOperation.AssumeRoleWithWebIdentity:
                    WebIdentityToken.Check(request.Required("WebIdentityToken"), options.TimeProvider.GetUtcNow());
                    await StsResponse.WriteSessionAsync(context, request.Action, _sessions.Start(request));
                    break;
                case EmulatorOperation.GetCallerIdentity:
                    _verifier.Verify(await SignedRequest.ReadAsync(context));
                    await StsResponse.WriteIdentityAsync(context, keys.ArnOf(AccessKeyIn(context)));
                    break;
                default:
                    throw StsError.Create("InvalidAction", "The emulator has no such action");
            }
        }
        catch (ProtocolException refusal)
        {
            await StsResponse.WriteErrorAsync(context, refusal);
        }
    }

    private static string AccessKeyIn(HttpContext context) =>
        SigV4Authorization.TryParse(context.Request.Headers.Authorization.ToString())!.AccessKeyId;
}
