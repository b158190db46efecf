using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Polls for the token until the user has decided (RFC 8628 §3.4 and §3.5).</summary>
internal sealed class DevicePolling(
    SsoOidcClient client,
    CreateTokenRequest request,
    int? intervalSeconds,
    TimeProvider timeProvider
)
{
    private static readonly TimeSpan s_defaultInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_slowDownStep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestBackOff = TimeSpan.FromSeconds(30);

    private TimeSpan _interval = intervalSeconds is { } seconds and > 0
        ? ResponseValue.Duration(seconds)
        : s_defaultInterval;

    /// <summary>Waits between polls, but not before the first: a code may be approved already. Without an end of its own.</summary>
    public async Task<CreateTokenResponse> PollAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await PollOnceAsync(cancellationToken).ConfigureAwait(false) is { } response)
            {
                return response;
            }

            await Task.Delay(_interval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Null when the decision is still open.</returns>
    private async Task<CreateTokenResponse?> PollOnceAsync(CancellationToken cancellationToken)
    {
        OperationResult<CreateTokenResponse> result = await client
            .TryInvokeAsync(SsoOidcClient.Operations.CreateToken, request, cancellationToken)
            .ConfigureAwait(false);
        switch (result.Exception)
        {
            case null:
                return result.Output;
            case AuthorizationPendingException:
                return null;
            case SlowDownException:
                _interval += s_slowDownStep;
                return null;
            case ExpiredTokenException expired:
                throw Expired(expired);
            case AccessDeniedException denied:
                throw new SignInFailedException(
                    SignInFailure.Denied,
                    $"The sign-in was denied: {denied.Message.TrimEnd('.')}. Sign in again and approve it, or ask your administrator for access.",
                    denied
                );
            case { IsRetryable: true }:
                // The network or the service falters; the code stays good until it expires.
                _interval = TimeSpan.FromTicks(
                    Math.Max(_interval.Ticks, Math.Min(2 * _interval.Ticks, s_longestBackOff.Ticks))
                );
                return null;
            default:
                return result.GetOutput();
        }
    }

    public static SignInFailedException Expired(Exception? innerException) =>
        new(
            SignInFailure.Expired,
            "The sign-in was not approved before its code expired. Sign in again.",
            innerException
        );
}
