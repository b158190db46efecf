namespace SsoOidcGen.Runtime;

/// <summary>No authentication.</summary>
internal sealed class AnonymousAuthScheme : AuthScheme
{
    public static readonly AnonymousAuthScheme Instance = new();

    internal override ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken)
    {
        if (request.Call.Operation.IsSensitive)
        {
            request.RefusePlainHttp("sensitive members");
        }

        return default;
    }
}
