using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A call that somebody traces, measures or logs: whatever way it ends, it is told.</summary>
internal static class ObservedCall
{
    public static async ValueTask<ServiceException?> RunAsync(
        ServiceDescription service,
        Call call,
        ServiceClientOptions options,
        Func<Call, CancellationToken, ValueTask<ServiceException?>> run,
        CancellationToken cancellationToken
    )
    {
        CallObservation observation = new(
            service.IsOfAws ? "aws-api" : "smithy",
            service.ServiceId,
            call.Operation.Name,
            options.Log,
            options.TimeProvider
        );
        call.Observation = observation;
        try
        {
            ServiceException? failure = await run(call, cancellationToken).ConfigureAwait(false);
            if (failure is not null || !call.Operation.StreamsOutput)
            {
                observation.End(OutcomeOf(call, failure));
            }

            return failure;
        }
        catch (Exception e)
        {
            observation.End(OutcomeOf(call, e));
            throw;
        }
    }

    public static CallOutcome OutcomeOf(Call call, Exception? failure)
    {
        ServiceException? told = failure as ServiceException;
        ResponseMetadata headers = call.Response is null ? default : new ResponseMetadata(call.Response);
        return new CallOutcome
        {
            Failure = failure,
            Status = told?.StatusCode ?? call.Response?.StatusCode,
            RequestId = told?.RequestId ?? call.Redacted(headers.RequestId),
            ExtendedRequestId = told?.ExtendedRequestId ?? call.Redacted(headers.ExtendedRequestId),
            Attempts = call.Attempts,
        };
    }
}
