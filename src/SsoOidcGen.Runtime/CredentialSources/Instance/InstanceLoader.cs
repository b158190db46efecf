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

    public override async Task<AwsCredentials> LoadAsync()
    {
        if (source.InstanceProfile is { } configured)
        {
            return await FindAsync(configured).ConfigureAwait(false)
                ?? throw metadata.Failed($"has no role '{configured}', which is configured");
        }

        bool isRemembered = _role is not null;
        _role ??= await DiscoverAsync().ConfigureAwait(false);
        AwsCredentials? credentials = await FindAsync(_role).ConfigureAwait(false);
        if (credentials is null && isRemembered)
        {
            // The instance was given another role.
            _role = await DiscoverAsync().ConfigureAwait(false);
            credentials = await FindAsync(_role).ConfigureAwait(false);
        }

        return credentials ?? throw metadata.Failed($"names the role '{_role}' but has no credentials for it");
    }

    /// <exception cref="NotConfiguredException">The instance has no role.</exception>
    private async Task<string> DiscoverAsync() =>
        await FindAsync("", NameIn).ConfigureAwait(false)
        ?? throw new NotConfiguredException("the instance has no role");

    private Task<AwsCredentials?> FindAsync(string role) => FindAsync(Uri.EscapeDataString(role), CredentialsIn);

    /// <returns>Null when there is no such item.</returns>
    private async Task<T?> FindAsync<T>(string item, Func<MetadataResponse, T?> read)
        where T : class
    {
        Found<T> found = await GetAsync(_path ?? ExtendedPath).ConfigureAwait(false);
        if (found.Value is null && _path is null)
        {
            found = await GetAsync(LegacyPath).ConfigureAwait(false);
            _path = LegacyPath;
        }

        _path ??= ExtendedPath;
        return found.Value;

        Task<Found<T>> GetAsync(string path) =>
            metadata.GetAsync<Found<T>>(
                path + item,
                response =>
                    response.IsNotFound ? new(null)
                    : read(response) is { } value ? new(value)
                    : null
            );
    }

    private static string? NameIn(MetadataResponse response)
    {
        string text = Encoding.UTF8.GetString(response.Body.Span);
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
        code.All(char.IsAsciiLetterOrDigit) && code.Length <= 64 ? code : "its code is unknown";

    private sealed record Found<T>(T? Value);
}
