using Amazon.Runtime;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;
using SsoOidcGen.Benchmarks;

using AmazonSSOOIDCClient client = new(
    new AnonymousAWSCredentials(),
    new AmazonSSOOIDCConfig { ServiceURL = args[0], AuthenticationRegion = "eu-central-1" }
);
CreateTokenResponse token = await client.CreateTokenAsync(
    new CreateTokenRequest
    {
        ClientId = "client",
        ClientSecret = "secret",
        GrantType = "refresh_token",
        DeviceCode = "code",
    }
);
Console.WriteLine(token.AccessToken[..3]);
PeakMemory.Print();
