using System.Security.Cryptography;

namespace SsoOidc.Emulator;

/// <summary><c>GET /federation/credentials</c></summary>
internal sealed class GetRoleCredentialsEndpoint(EmulatorOptions options, BearerToken bearer)
{
    private const string AccessKeyIdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public Task HandleAsync(HttpContext context)
    {
        bearer.Require(context);
        EmulatorAccount account = PortalQuery.Account(context, options);
        if (!account.Roles.Contains(PortalQuery.Required(context, "role_name")))
        {
            throw PortalError.NotFound("The person has no such role in the account");
        }

        DateTimeOffset expiration = options.TimeProvider.GetUtcNow() + options.RoleCredentialsLifetime;
        return JsonAnswer.WriteAsync(
            context,
            json =>
            {
                json.WriteStartObject("roleCredentials");
                json.WriteString("accessKeyId", $"ASIA{RandomNumberGenerator.GetString(AccessKeyIdCharacters, 16)}");
                json.WriteString("secretAccessKey", Secrets.Create());
                json.WriteString("sessionToken", Secrets.Create());
                json.WriteNumber("expiration", expiration.ToUnixTimeMilliseconds());
                json.WriteEndObject();
            }
        );
    }
}
