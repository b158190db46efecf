using SsoOidc;
using SsoOidcGen.Benchmarks;
using SsoOidcGen.Runtime;

using SsoOidcClient client = new(new ServiceClientOptions { Region = "eu-central-1", Endpoint = new Uri(args[0]) });
CreateTokenResponse token = await client.CreateTokenAsync(
    new CreateTokenRequest
    {
        ClientId = "client",
        ClientSecret = "secret",
        GrantType = "refresh_token",
        DeviceCode = "code",
    }
);
Console.WriteLine(token.AccessToken![..3]);
PeakMemory.Print();
