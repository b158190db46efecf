using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>What to tell a caller whose token has ended.</summary>
internal static class RefreshFailure
{
    public static SsoException From(SsoSession session, SsoToken token, ServiceException failure) =>
        failure.IsRetryable || failure is UnreadableResponseException
            ? new SsoException(
                $"The token for {session.DisplayName} ended at {token.ExpiresAt:u}, and refreshing it failed: {failure.Message}"
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
            $"The token for {session.DisplayName} ended at {token.ExpiresAt:u}, and {why.TrimEnd('.')}. {session.HowToSignIn}",
            innerException
        );
}
