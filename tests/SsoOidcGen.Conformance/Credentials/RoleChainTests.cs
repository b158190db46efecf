using System.Text;
using System.Text.Json;
using SsoOidc;
using SsoOidc.CompilerServices;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>How profiles that refer to each other turn into a chain: the base first, then the roles in their order.</summary>
public sealed class RoleChainTests : IDisposable
{
    private const string File = "assume-role-tests.json";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("ssooidcgen-");

    public static TheoryData<string> Cases => JsonCases.Names(File, list: null, "docs");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_chain_is_that_of_the_other_client(string name)
    {
        KnownDifferences.SkipListed(name);
        JsonElement test = JsonCases.Find(File, list: null, "docs", name);
        JsonElement input = test.GetProperty("input");
        WriteConfig(input);
        string outcome;
        try
        {
            ServiceClientOptions options = new()
            {
                Environment = new AwsEnvironment(_home.FullName),
                Profile = input.GetProperty("selected_profile").GetString(),
            };
            outcome = Find(options) is { } source ? string.Join('\n', Shown(source)) : "error";
        }
        catch (ConfigurationException)
        {
            outcome = "error";
        }

        Assert.Equal(
            test.GetProperty("output").TryGetProperty("ProfileChain", out JsonElement chain)
                ? string.Join('\n', chain.EnumerateArray().Select(Shown))
                : "error",
            outcome
        );
    }

    private static CredentialsSource? Find(ServiceClientOptions options)
    {
        CredentialsSearch search = new ClientSettings(options, "STS").Authentication.CreateSearch();
        return new ProfileSources(search, SsoCredentialsChain.FindSignedIn).Find(search.Profile);
    }

    private void WriteConfig(JsonElement input)
    {
        StringBuilder config = new();
        Append("profile", input.GetProperty("profiles"));
        if (input.TryGetProperty("sso_sessions", out JsonElement sessions))
        {
            Append("sso-session", sessions);
        }

        string path = Path.Combine(_home.FullName, ".aws", "config");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, config.ToString());

        void Append(string kind, JsonElement sections)
        {
            foreach (JsonProperty section in sections.EnumerateObject())
            {
                config.AppendLine($"[{kind} {section.Name}]");
                foreach ((string key, string value) in JsonCases.Texts(section.Value))
                {
                    config.AppendLine($"{key} = {value}");
                }
            }
        }
    }

    private static IEnumerable<string> Shown(CredentialsSource source) =>
        source switch
        {
            RoleSource role =>
            [
                .. Shown(role.Base),
                $"AssumeRole {role.RoleArn} {role.SessionName} {role.ExternalId}".Trim(),
            ],
            KeysSource { Keys: var keys } =>
            [
                $"AccessKey {keys.AccessKeyId} {keys.SecretAccessKey} {keys.AccountId}".Trim(),
            ],
            WebIdentitySource token =>
            [
                $"WebIdentityToken {token.RoleArn} {token.TokenFile} {token.SessionName}".Trim(),
            ],
            SsoRoleSource sso => [$"Sso {sso.AccountId} {sso.RoleName} {sso.Region} {sso.StartUrl}"],
            LoginSessionSource login => [$"LoginSession {login.Session}"],
            InstanceSource => ["NamedSource Ec2InstanceMetadata"],
            _ => [source.GetType().Name],
        };

    private static string Shown(JsonElement entry)
    {
        JsonProperty kind = entry.EnumerateObject().Single();
        string[] members = kind.Name switch
        {
            "AssumeRole" => ["role_arn", "role_session_name", "external_id"],
            "AccessKey" => ["access_key_id", "secret_access_key", "account_id"],
            "WebIdentityToken" => ["role_arn", "web_identity_token_file", "role_session_name"],
            "Sso" => ["sso_account_id", "sso_role_name", "sso_region", "sso_start_url"],
            _ => [],
        };
        string text =
            kind.Value.ValueKind == JsonValueKind.String
                ? kind.Value.GetString()!
                : string.Join(
                    ' ',
                    members.Select(member => kind.Value.TryGetProperty(member, out JsonElement value) ? $"{value}" : "")
                );
        return $"{kind.Name} {text}".Trim();
    }
}
