using SsoOidcGen.Benchmarks;
using SsoOidcGen.Benchmarks.Calls;

using HttpClient http = new();
StjClient client = new(http, args[0]);
StjToken token = await client.CreateTokenAsync(new StjTokenRequest("client", "secret", "refresh_token", "code"));
Console.WriteLine(token.AccessToken![..3]);
PeakMemory.Print();
