using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Assumes a role.</summary>
internal sealed class RoleLoader(RoleSource source, Sts.StsClient sts, CredentialsSearch search) : CredentialsLoader
{
    private readonly string _sessionName = source.SessionName ?? SessionName.Create(search.TimeProvider);

    public override string Source => source.Name;

    public override bool IsInteractive => source.MfaSerial is not null;

    public override AwsCredentials Load()
    {
        Sts.AssumeRoleRequest request = new()
        {
            RoleArn = source.RoleArn,
            RoleSessionName = _sessionName,
            ExternalId = source.ExternalId,
            DurationSeconds = source.DurationSeconds,
            SerialNumber = source.MfaSerial,
            TokenCode = source.MfaSerial is { } device ? AskForCode(device) : null,
        };
        try
        {
            Sts.AssumeRoleResponse response = sts.AssumeRoleAsync(request).GetAwaiter().GetResult();
            return StsCredentials.Read(response.Credentials, response.AssumedRoleUser, source.Name);
        }
        catch (Exception exception) when (exception is ServiceException or RequestValidationException)
        {
            throw StsCredentials.Failed(source.Where, source.RoleArn, exception);
        }
    }

    private string AskForCode(string device) =>
        search.MfaCode is { } ask
            ? ask(device, CancellationToken.None).AsTask().GetAwaiter().GetResult()
            : throw new CredentialsException(
                $"{source.Where} names the MFA device {device}, and nobody can be asked for its code. Set the MfaCode option of the"
                    + " client, or use a profile without mfa_serial."
            );
}
