namespace SsoOidc.Emulator;

/// <summary>What every request goes through: recorded, disturbed if scripted, handled, refused in the service's form.</summary>
internal sealed class OperationRunner(TimeProvider time, RequestLog log, FaultScript faults)
{
    public async Task RunAsync(HttpContext context, EmulatorOperation operation, RequestDelegate handle)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        log.Add(await RecordedRequest.ReadAsync(context, operation));

        if (faults.Next(operation) is { } fault)
        {
            await Task.Delay(fault.Delay, time, context.RequestAborted);
            if (fault.ReplacesResponse)
            {
                await FaultResponse.WriteAsync(context, fault);
                return;
            }
        }

        try
        {
            await handle(context);
        }
        catch (ProtocolException refusal)
        {
            await refusal.WriteAsync(context);
        }
    }
}
