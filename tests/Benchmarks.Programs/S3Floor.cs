using SsoOidcGen.Benchmarks;

using HttpClient http = new();
using HttpResponseMessage response = await http.GetAsync(
    args[0] + "/bucket/key",
    HttpCompletionOption.ResponseHeadersRead
);
response.EnsureSuccessStatusCode();
using Stream output = Console.OpenStandardOutput();
await response.Content.CopyToAsync(output);
PeakMemory.Print();
