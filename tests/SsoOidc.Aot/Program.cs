using SsoOidc;
using SsoOidc.Aot;
using SsoOidcGen.Runtime;

// Calls an operation of the generated client against a prepared response, in a program without a JIT compiler.
using HttpClient http = new(new PreparedResponse("""{"clientId":"client-1","clientSecretExpiresAt":1893456000}"""));
using SsoOidcClient client = new(http, new ServiceClientOptions { Region = "eu-central-1" });
RegisterClientResponse response = await client.RegisterClientAsync(
    new RegisterClientRequest { ClientName = "aot", ClientType = "public" }
);
Console.WriteLine(response);
return response.ClientId == "client-1" ? 0 : 1;
