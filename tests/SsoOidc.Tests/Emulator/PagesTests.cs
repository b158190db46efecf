using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SsoOidc.Tests.Emulator;

public sealed partial class PagesTests
{
    [Fact]
    public async Task The_pages_are_what_was_accepted()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync(static request =>
        {
            request["redirectUris"] = new JsonArray("http://127.0.0.1/oauth/callback");
            request["grantTypes"] = new JsonArray("authorization_code", "refresh_token");
            request["issuerUrl"] = EmulatorHarness.StartUrl;
        });
        JsonObject device = await harness.RegisterAsync();
        string approved = (await harness.StartDeviceAsync(device)).Text("userCode");
        string denied = (await harness.StartDeviceAsync(device)).Text("userCode");
        string authorize =
            $"authorize?response_type=code&client_id={client["clientId"]}&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Foauth%2Fcallback"
            + "&state=s&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess";
        StringBuilder pages = new();

        EmulatorResponse first = await GetAsync("device");
        pages.Append(Plain(first.Body)).Append('\n');
        Add("a page for a code", first);
        Add("a wrong code", await GetAsync("device?user_code=AAAA-AAAA"));
        Add("a code that waits", await GetAsync($"device?user_code={approved}"));
        Add("approved", await DecideAsync(approved, "approve"));
        Add("denied", await DecideAsync(denied, "deny"));
        Add("a form from elsewhere", await harness.PostFormAsync("device", origin: null, ("user_code", denied)));
        Add("authorization", await GetAsync(authorize));
        Add("an unknown client", await GetAsync("authorize?response_type=code&client_id=nobody"));
        Add("another address", await GetAsync(authorize.Replace("oauth%2Fcallback", "elsewhere")));
        string late = (await harness.StartDeviceAsync(device)).Text("userCode");
        harness.Time.Advance(TimeSpan.FromDays(1));
        Add("too late", await GetAsync($"device?user_code={late}"));

        Snapshot.Matches(pages.ToString(), "SsoOidc.Tests/Emulator/Pages.verified.txt");

        Task<EmulatorResponse> GetAsync(string path) => harness.SendAsync(HttpMethod.Get, path);

        Task<EmulatorResponse> DecideAsync(string code, string decision) =>
            harness.PostFormAsync("device", harness.OwnOrigin, ("user_code", code), ("decision", decision));

        void Add(string name, EmulatorResponse page) =>
            pages
                .Append($"=== {name}: {page.Status} {page.ContentType}\n")
                .AppendJoin(
                    "",
                    page.Headers.Where(static header => header.Key is not ("Date" or "Server"))
                        .Where(static header => !header.Key.StartsWith("x-amzn-", StringComparison.OrdinalIgnoreCase))
                        .OrderBy(static header => header.Key, StringComparer.Ordinal)
                        .Select(header => $"{header.Key}: {Plain(string.Join(", ", header.Value))}\n")
                )
                .Append('\n')
                .Append(Content().Match(Plain(page.Body)).Value)
                .Append("\n\n");

        string Plain(string text) =>
            Random()
                .Replace(text.Replace(client["clientId"]!.GetValue<string>(), "CLIENT"), "RANDOM")
                .Replace(harness.OwnOrigin, "ORIGIN");
    }

    [GeneratedRegex("<main>.*</main>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Content();

    // User codes, a hidden field of one answer, and the digest of the style, which stands above as it is.
    [GeneratedRegex(
        "[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}|(?<=name=\"request\" value=\")[^\"]+|(?<=sha256-)[A-Za-z0-9+/=]+",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Random();
}
