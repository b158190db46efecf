using System.Net;
using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSOOIDC;
using Refit;
using SsoOidc;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>Every client over the same kind of handler.</summary>
internal sealed class Contenders(HttpStatusCode status, byte[] body, string? errorType = null)
{
    public const string ClientId = "client-id-of-22-chars-";

    private const string GrantType = "urn:ietf:params:oauth:grant-type:device_code";
    private const string DeviceCode = "device-code-device-code-device-code";

    private static readonly string ClientSecret = new('s', 300);
    private static readonly AwsEnvironment Nowhere = new(Path.GetTempPath());

    // Programs make a request anew for each call, and so do the contenders.
    public static CreateTokenRequest Request() =>
        new()
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            GrantType = GrantType,
            DeviceCode = DeviceCode,
        };

    public static FloorTokenRequest FloorRequest() => new(ClientId, ClientSecret, GrantType, DeviceCode);

    public static StjTokenRequest StjRequest() => new(ClientId, ClientSecret, GrantType, DeviceCode);

    public static Amazon.SSOOIDC.Model.CreateTokenRequest AwsRequest() =>
        new()
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            GrantType = GrantType,
            DeviceCode = DeviceCode,
        };

    public SsoOidcClient Ours() => new(Http(), Options());

    public SsoPortalClient OurPortal() => new(Http(), Options());

    public FloorClient Floor() => new(Http());

    public StjClient Stj() => new(Http());

    public IRefitClient RefitClient()
    {
        HttpClient http = Http();
        http.BaseAddress = new Uri("https://oidc.eu-central-1.amazonaws.com");
        return RestService.For<IRefitClient>(
            http,
            new RefitSettings(new SystemTextJsonContentSerializer(StjContext.Default.Options))
        );
    }

    public AmazonSSOOIDCClient AwsSdk() =>
        new(
            new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
            new AmazonSSOOIDCConfig
            {
                RegionEndpoint = Amazon.RegionEndpoint.EUCentral1,
                HttpClientFactory = new SdkHttpClientFactory(Http),
            }
        );

    public AmazonSSOClient AwsSdkPortal() =>
        new(
            new AnonymousAWSCredentials(),
            new AmazonSSOConfig
            {
                RegionEndpoint = Amazon.RegionEndpoint.EUCentral1,
                HttpClientFactory = new SdkHttpClientFactory(Http),
            }
        );

    private static ServiceClientOptions Options() =>
        new()
        {
            Region = "eu-central-1",
            Environment = Nowhere,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
        };

    private HttpClient Http() => new(new PreparedResponse(status, body, errorType));

    private sealed class SdkHttpClientFactory(Func<HttpClient> create) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => create();
    }
}
