using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Assumes a role with a token, which is read each time: its file is replaced from time to time.</summary>
internal sealed class WebIdentityLoader(WebIdentitySource source, Sts.StsClient sts, TimeProvider clock)
    : CredentialsLoader
{
    private readonly string _sessionName = source.SessionName ?? SessionName.Create(clock);

    public override string Source => source.Name;

    public override AwsCredentials Load()
    {
        string token = TokenFile.Read(source.TokenFile, source.Where).Trim();
        if (token.Length == 0)
        {
            throw new CredentialsException($"The token file {source.TokenFile}, which {source.Where} names, is empty.");
        }

        Sts.AssumeRoleWithWebIdentityRequest request = new()
        {
            RoleArn = source.RoleArn,
            RoleSessionName = _sessionName,
            WebIdentityToken = token,
        };
        try
        {
            Sts.AssumeRoleWithWebIdentityResponse response = sts.AssumeRoleWithWebIdentityAsync(request)
                .GetAwaiter()
                .GetResult();
            return StsCredentials.Read(response.Credentials, response.AssumedRoleUser, source.Name);
        }
        catch (Exception exception) when (exception is ServiceException or RequestValidationException)
        {
            throw StsCredentials.Failed(source.Where, source.RoleArn, exception);
        }
    }
}
