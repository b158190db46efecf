namespace SsoOidc.Emulator;

/// <summary><c>GET /federation/credentials</c></summary>
internal sealed class GetRoleCredentialsEndpoint(EmulatorOptions options, BearerToken bearer, AccessKeyStore keys)
{
    public Task HandleAsync(HttpContext context)
    {
        bearer.Require(context);
        EmulatorAccount account = PortalQuery.Account(context, options);
        string role = PortalQuery.Required(context, "role_name");
        if (!account.Roles.Contains(role))
        {
            throw PortalError.NotFound("The user has no such role in the account");
        }

        var credentials = new RoleCredentials(
            options.TimeProvider.GetUtcNow() + options.RoleCredentialsLifetime,
            $"arn:aws:sts::{account.Id}:assumed-role/AWSReservedSSO_{role}/user"
        );
        keys.Add(credentials);
        return JsonResponse.WriteAsync(
            context,
            json =>
            {
                json.WriteStartObject("roleCredentials");
                json.WriteString("accessKeyId", credentials.AccessKeyId);
                json.WriteString("secretAccessKey", credentials.SecretAccessKey);
                json.WriteString("sessionToken", credentials.SessionToken);
                json.WriteNumber("expiration", credentials.Expiration.ToUnixTimeMilliseconds());
                json.WriteEndObject();
            }
        );
    }
}
