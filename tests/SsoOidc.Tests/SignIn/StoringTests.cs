using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using System.Web;
using SsoOidc.Tests.Tokens;

namespace SsoOidc.Tests.SignIn;

/// <summary>What becomes of the token that a person has signed in for.</summary>
public sealed class StoringTests : IDisposable
{
    private readonly SignInHarness _harness = new SignInHarness().WithRegistration().WithDeviceAuthorization();
    private readonly ScriptedStore _store = new();
    private readonly List<string> _warnings = [];
    private readonly HttpClient _browser = new();

    public StoringTests() =>
        _harness.Options = _harness.Options with { TokenStore = _store, Warn = message => _warnings.Add(message) };

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose()
    {
        _harness.Dispose();
        _browser.Dispose();
    }

    [Fact]
    public async Task It_is_written_under_the_lock()
    {
        _harness.WithToken();

        await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal(["lock", "read", "prepare", "commit", "free"], _store.Log.TakeLast(5));
    }

    [Fact]
    public async Task It_is_written_without_the_lock_if_that_is_not_to_be_had()
    {
        _harness.WithToken();
        _store.LockFailure = new TimeoutException("locked");

        await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal("access-secret", await StoredAsync());
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task A_read_only_store_keeps_nobody_from_signing_in_and_costs_one_warning()
    {
        _harness.WithToken();
        _store.MakeReadOnly();

        SsoToken token = await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal("access-secret", token.AccessToken);
        Assert.Equal("access-secret", (await _harness.Login.GetTokenAsync(Cancellation)).AccessToken);
        string warning = Assert.Single(_warnings);
        Assert.Contains("Read-only file system", warning);
        Assert.DoesNotContain("secret", warning);
    }

    [Fact]
    public async Task It_is_written_as_soon_as_the_store_takes_it()
    {
        _harness.WithToken();
        _store.MakeReadOnly();
        await _harness.Login.SignInAsync(Cancellation);

        _store.MakeWritable();
        await _harness.Login.GetTokenAsync(Cancellation);

        Assert.Equal("access-secret", await StoredAsync());
    }

    [Fact]
    public async Task The_callers_that_ask_after_a_sign_in_get_its_token_whatever_ran_before()
    {
        _harness.WithToken();
        TaskCompletionSource gate = new();
        _store.Gate = gate.Task;
        Task<SsoToken> before = _harness.Login.GetTokenAsync(Cancellation);
        await _store.FirstRead;
        _store.Gate = Task.CompletedTask;

        await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal("access-secret", (await _harness.Login.GetTokenAsync(Cancellation)).AccessToken);
        gate.SetResult();
        await before;
    }

    [Theory]
    [InlineData("", 28800, "empty access token")]
    [InlineData("new", 0, "lives 0 seconds")]
    public async Task A_response_without_substance_replaces_nothing(string accessToken, int lifetime, string reason)
    {
        _harness.Service.On(SignInHarness.Token, RefreshHarness.Response(accessToken, lifetime));
        await _store.WriteAsync(_harness.Session.TokenName, "{}"u8.ToArray(), Cancellation);

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() => _harness.Login.SignInAsync(Cancellation));

        Assert.Contains(reason, exception.Message);
        Assert.Equal("{}"u8.ToArray(), await _store.ReadAsync(_harness.Session.TokenName, Cancellation));
    }

    [Theory]
    [InlineData(false, "<title>Signed in</title>")]
    [InlineData(true, "No space left on device")]
    public async Task The_page_says_signed_in_only_when_it_is_written(bool isFull, string expected)
    {
        _harness.WithToken();
        Task<string> page = Task.FromResult("");
        _harness.Options = _harness.Options with
        {
            Method = SignInMethod.Browser,
            OpenBrowser = (url, _) =>
            {
                page = ComeBackAsync(url);
                return ValueTask.FromResult(true);
            },
        };
        _store.CommitFailure = isFull ? new IOException("No space left on device") : null;

        await _harness.Login.SignInAsync(Cancellation);

        string text = await page;
        Assert.Contains(expected, text);
        Assert.Equal(!isFull, text.Contains("<title>Signed in</title>", StringComparison.Ordinal));
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task Who_signs_in_is_warned_of_a_folder_that_others_can_write_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows protects the user profile by access lists, not modes.");
        using TempFolder folder = new();
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherWrite);
        FileTokenStore store = new(folder.Path);
        _harness.WithToken();
        _harness.Options = _harness.Options with { TokenStore = store };

        await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal([store.Exposure!], _warnings);
    }

    private async Task<string?> StoredAsync() =>
        JsonNode.Parse(await _store.ReadAsync(_harness.Session.TokenName, Cancellation))![
            "accessToken"
        ]!.GetValue<string>();

    private async Task<string> ComeBackAsync(Uri url)
    {
        var parameters = HttpUtility.ParseQueryString(url.Query);
        return await _browser.GetStringAsync(
            $"{parameters["redirect_uri"]}?code=c&state={parameters["state"]}",
            Cancellation
        );
    }
}
