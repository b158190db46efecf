using SsoOidcGen.Benchmarks;
using SsoOidcGen.Benchmarks.Calls;

using HttpClient http = new();
FloorClient client = new(http, args[0]);
FloorToken token = await client.CreateTokenAsync(new FloorTokenRequest("client", "secret", "refresh_token", "code"));
Console.WriteLine(token.AccessToken![..3]);
PeakMemory.Print();
