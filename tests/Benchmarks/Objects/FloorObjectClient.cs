namespace SsoOidcGen.Benchmarks.Objects;

/// <summary>What <see cref="HttpClient"/> does alone: it signs nothing and checks nothing.</summary>
internal sealed class FloorObjectClient(string endpoint) : IObjectClient
{
    private readonly HttpClient _http = new();

    public string Name => "Floor";

    public async Task GetAsync(long size)
    {
        using HttpResponseMessage response = await _http.GetAsync(
            $"{endpoint}/bucket/{size}",
            HttpCompletionOption.ResponseHeadersRead
        );
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(Stream.Null);
    }

    public async Task PutAsync(long size)
    {
        using StreamContent content = new(new ZeroStream(size));
        using HttpResponseMessage response = await _http.PutAsync($"{endpoint}/bucket/{size}", content);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
