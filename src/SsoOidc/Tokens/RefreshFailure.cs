using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>What to tell a caller whose token has expired.</summary>
internal static class RefreshFailure
{
    public static SsoException From(SsoSession session, SsoToken token, ServiceException failure) =>
        failure.IsRetryable || failure is UnreadableResponseException
            ? new SsoException(
                $"The token for {session.DisplayName} expired at {token.ExpiresAt:u}, and refreshing it failed: {failure.Message}"
                    + " Check the network and try again.",
                failure
            )
            : Ended(session, token, $"the service refused to refresh it: {failure.Message}", failure);

    public static SignInRequiredException Ended(
        SsoSession session,
        SsoToken token,
        string why,
        Exception? innerException = null
    ) =>
        new(
            session,
            $"The token for {session.DisplayName} expired at {token.ExpiresAt:u}, and {why.TrimEnd('.')}. Sign in again.",
            innerException
        );
}
