using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Interop.Credentials;

/// <summary>A machine of one of the kinds that programs run on: its home directory, its environment, and stand-ins for its services.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private const string Region = "us-east-1";
    private const string LastingKey = "AKIAIOSFODNN7EXAMPLE";
    private const string LastingSecret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string StartUrl = "https://d-1234567890.awsapps.com/start";
    private const string Role = "arn:aws:iam::222222222222:role/";

    private readonly Dictionary<string, string> _variables = [];
    private readonly SsoOidcEmulator _emulator;
    private MetadataServer? _metadata;

    private Scene(SsoOidcEmulator emulator)
    {
        _emulator = emulator;
        _variables["AWS_ENDPOINT_URL"] = emulator.BaseAddress.AbsoluteUri;
        _variables["AWS_REGION"] = _variables["AWS_DEFAULT_REGION"] = Region;
        _variables["AWS_EC2_METADATA_DISABLED"] = "true";
        // Debian's boto3 is older than AWS_ENDPOINT_URL.
        string data = Path.Combine(Home.Path, "data");
        BotocoreData.WriteEndpoint(data, emulator.BaseAddress);
        _variables["AWS_DATA_PATH"] = data;
    }

    public static string[] Kinds =>
        ["laptop", "sso", "role chain", "role from sso", "web identity", "ecs", "eks", "ec2"];

    public TempHome Home { get; } = new();

    /// <summary>The ARN that a program on the machine has.</summary>
    public string ExpectedArn { get; private set; } = "";

    public IEnumerable<(string, string)> Variables => _variables.Select(static item => (item.Key, item.Value));

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    public static async Task<Scene> CreateAsync(string kind)
    {
        Scene scene = new(await SsoOidcEmulator.StartAsync(new EmulatorOptions { AutoApprove = true }));
        await scene.SetUpAsync(kind);
        return scene;
    }

    public async ValueTask DisposeAsync()
    {
        if (_metadata is not null)
        {
            await _metadata.DisposeAsync();
        }

        await _emulator.DisposeAsync();
        Home.Dispose();
    }

    private async Task SetUpAsync(string kind)
    {
        switch (kind)
        {
            case "laptop":
                Home.WriteConfig($"[default]\n{Keys}");
                ExpectedArn = "arn:aws:iam::111111111111:user/" + LastingKey;
                break;
            case "sso":
                Home.WriteConfig($"{Session}\n[default]\n{SsoRole}");
                await SignInAsync();
                ExpectedArn = "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_ReadOnlyAccess/user";
                break;
            case "role chain":
                Home.WriteConfig(
                    $"""
                    [default]
                    role_arn = {Role}outer
                    role_session_name = last
                    source_profile = inner

                    [profile inner]
                    role_arn = {Role}inner
                    source_profile = keys

                    [profile keys]
                    {Keys}
                    """
                );
                ExpectedArn = "arn:aws:sts::222222222222:assumed-role/outer/last";
                break;
            case "role from sso":
                Home.WriteConfig(
                    $"""
                    {Session}
                    [default]
                    role_arn = {Role}deploy
                    role_session_name = last
                    source_profile = base

                    [profile base]
                    {SsoRole}
                    """
                );
                await SignInAsync();
                ExpectedArn = "arn:aws:sts::222222222222:assumed-role/deploy/last";
                break;
            case "web identity":
                string file = Path.Combine(Home.Path, "token.jwt");
                await File.WriteAllTextAsync(file, WebIdentityToken + "\n");
                _variables["AWS_WEB_IDENTITY_TOKEN_FILE"] = file;
                _variables["AWS_ROLE_ARN"] = Role + "pod";
                _variables["AWS_ROLE_SESSION_NAME"] = "last";
                ExpectedArn = "arn:aws:sts::222222222222:assumed-role/pod/last";
                break;
            case "ecs":
                await ServeMetadataAsync();
                _variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = _metadata!.Address + "/container";
                _variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = MetadataServer.ContainerToken;
                break;
            case "eks":
                await ServeMetadataAsync();
                string tokenFile = Path.Combine(Home.Path, "token");
                await File.WriteAllTextAsync(tokenFile, MetadataServer.ContainerToken);
                _variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = _metadata!.Address + "/container";
                _variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = tokenFile;
                break;
            case "ec2":
                await ServeMetadataAsync();
                _variables.Remove("AWS_EC2_METADATA_DISABLED");
                _variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = _metadata!.Address;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such machine.");
        }
    }

    /// <summary>Both stand-ins hand out credentials of a role that the emulator knows.</summary>
    private async Task ServeMetadataAsync()
    {
        using My.Sts.StsClient sts = new(
            new ServiceClientOptions
            {
                Region = Region,
                Endpoint = _emulator.BaseAddress,
                Credentials = new AwsCredentials(LastingKey, LastingSecret),
                Environment = new AwsEnvironment(Home.Path),
            }
        );
        My.Sts.AssumeRoleResponse role = await sts.AssumeRoleAsync(
            new My.Sts.AssumeRoleRequest { RoleArn = Role + "machine", RoleSessionName = "last" }
        );
        _metadata = await MetadataServer.StartAsync(
            role.Credentials!.AccessKeyId,
            role.Credentials.SecretAccessKey,
            role.Credentials.SessionToken
        );
        ExpectedArn = "arn:aws:sts::222222222222:assumed-role/machine/last";
    }

    private async Task SignInAsync()
    {
        AwsEnvironment environment = new(Home.Path);
        using SsoLogin login = new(
            SharedConfig.Load(environment).ReadSsoSession("dev"),
            new SsoLoginOptions
            {
                TokenStore = new FileTokenStore(Home.CacheDirectory),
                Method = SignInMethod.DeviceCode,
                OpenBrowser = null,
                Client = new ServiceClientOptions { Endpoint = _emulator.BaseAddress, Environment = environment },
            }
        );
        await login.SignInAsync();
    }

    private static string Keys => $"aws_access_key_id = {LastingKey}\naws_secret_access_key = {LastingSecret}";

    private static string Session =>
        $"[sso-session dev]\nsso_start_url = {StartUrl}\nsso_region = {Region}\nsso_registration_scopes = sso:account:access\n";

    private static string SsoRole => "sso_session = dev\nsso_account_id = 111111111111\nsso_role_name = ReadOnlyAccess";

    /// <summary>A JWT that ends in 2099; nobody looks at its signature.</summary>
    private static string WebIdentityToken => "eyJhbGciOiJub25lIn0.eyJleHAiOjQwNzA5MDg4MDB9.c2lnbmF0dXJl";
}
