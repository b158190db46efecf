namespace SsoOidc.Interop;

/// <summary>Folders for <c>AWS_DATA_PATH</c>: what lies there botocore, and so boto3 and the AWS CLI, takes for its own.</summary>
internal static class BotocoreData
{
    /// <summary>This repository's models.</summary>
    public static string Models { get; } = Path.Combine(Repository.Root, "model");

    /// <summary>Writes endpoint rules that lead to one address. Debian's versions know no <c>AWS_ENDPOINT_URL</c> yet.</summary>
    /// <param name="folder">The data folder to write to.</param>
    /// <param name="endpoint">Where the services are.</param>
    public static void WriteEndpoint(string folder, Uri endpoint)
    {
        string rules = $$"""
            {
              "version": "1.0",
              "parameters": {
                "Region": { "builtIn": "AWS::Region", "required": false, "documentation": "", "type": "String" },
                "UseDualStack": { "builtIn": "AWS::UseDualStack", "required": true, "default": false, "documentation": "", "type": "Boolean" },
                "UseFIPS": { "builtIn": "AWS::UseFIPS", "required": true, "default": false, "documentation": "", "type": "Boolean" },
                "Endpoint": { "builtIn": "SDK::Endpoint", "required": false, "documentation": "", "type": "String" }
              },
              "rules": [
                {
                  "conditions": [],
                  "endpoint": { "url": "{{endpoint.GetLeftPart(
                UriPartial.Authority
            )}}", "properties": {}, "headers": {} },
                  "type": "endpoint"
                }
              ]
            }
            """;
        foreach (string service in (string[])["sso/2019-06-10", "sso-oidc/2019-06-10", "sts/2011-06-15"])
        {
            string version = Path.Combine(folder, service);
            Directory.CreateDirectory(version);
            File.WriteAllText(Path.Combine(version, "endpoint-rule-set-1.json"), rules);
        }
    }
}
