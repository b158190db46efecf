using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Reads an instance's role and its credentials; both are looked for where account ids are given too, and else on the older path.</summary>
internal sealed class InstanceLoader(InstanceSource source, InstanceMetadata metadata) : CredentialsLoader
{
    private const string ExtendedPath = "/meta-data/iam/security-credentials-extended/";
    private const string LegacyPath = "/meta-data/iam/security-credentials/";

    private string? _path;
    private string? _role;

    public override string Source => source.Name;

    public override bool IsStaticallyStable => true;

    public override AwsCredentials Load()
    {
        if (source.InstanceProfile is { } configured)
        {
            return Find(configured) ?? throw metadata.Failed($"has no role '{configured}', which is configured");
        }

        bool isRemembered = _role is not null;
        _role ??= Discover();
        AwsCredentials? credentials = Find(_role);
        if (credentials is null && isRemembered)
        {
            // The instance was given another role.
            _role = Discover();
            credentials = Find(_role);
        }

        return credentials ?? throw metadata.Failed($"names the role '{_role}' but has no credentials for it");
    }

    /// <exception cref="NotConfiguredException">The instance has no role.</exception>
    private string Discover() => Find("", NameIn) ?? throw new NotConfiguredException("the instance has no role");

    private AwsCredentials? Find(string role) => Find(Uri.EscapeDataString(role), CredentialsIn);

    /// <returns>Null when there is no such item.</returns>
    private T? Find<T>(string item, Func<MetadataResponse, T?> read)
        where T : class
    {
        T? found = metadata.Find((_path ?? ExtendedPath) + item, read);
        if (found is null && _path is null)
        {
            found = metadata.Find(LegacyPath + item, read);
            _path = LegacyPath;
        }

        _path ??= ExtendedPath;
        return found;
    }

    private static string? NameIn(MetadataResponse response)
    {
        string text = Encoding.UTF8.GetString(response.Body);
        string name = text.Split('\n', count: 2)[0].Trim();
        return name.Length > 0 ? name : null;
    }

    private AwsCredentials? CredentialsIn(MetadataResponse response)
    {
        CredentialsDocument? document = CredentialsDocument.TryParse(response.Body);
        return document?["Code"] is null or "Success"
            ? document?.ToCredentials()
            : throw metadata.Failed($"gives no credentials: {SafeCode(document["Code"]!)}");
    }

    /// <summary>Codes are words; whatever else stands there is not repeated.</summary>
    private static string SafeCode(string code) =>
        code.Length <= 64 && Array.TrueForAll(code.ToCharArray(), char.IsAsciiLetterOrDigit)
            ? code
            : "its code is unknown";
}
