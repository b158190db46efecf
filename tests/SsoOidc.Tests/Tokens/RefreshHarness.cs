using System.Text;
using System.Text.Json.Nodes;
using SsoOidc.Tests.SignIn;

namespace SsoOidc.Tests.Tokens;

/// <summary>A session whose token is due, over a store that fails where a test says so and a service that answers when a test says so.</summary>
internal sealed class RefreshHarness : IDisposable
{
    private readonly SignInHarness _harness = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RefreshHarness() =>
        _harness.Options = _harness.Options with { TokenStore = Store, Warn = message => Warnings.Add(message) };

    public static CancellationToken Cancellation => SignInHarness.Cancellation;

    public ScriptedStore Store { get; } = new();

    public List<string> Warnings { get; } = [];

    public RecordingTime Time => _harness.Time;

    public ScriptedService Service => _harness.Service;

    public SsoLoginOptions Options
    {
        get => _harness.Options;
        set => _harness.Options = value;
    }

    public SsoLogin Login => _harness.Login;

    public SsoSession Session => _harness.Session;

    /// <summary>Ends when the service was asked for a token.</summary>
    public Task Asked => _asked.Task;

    public static string Token(string name, int secondsLeft, int startSeconds = 0)
    {
        string end = CacheTimestamp.Format(RecordingTime.Origin.AddSeconds(startSeconds + secondsLeft));
        return $$"""
            {"startUrl": "https://d-123.awsapps.com/start", "region": "us-west-2", "accessToken": "{{name}}", "expiresAt": "{{end}}",
             "clientId": "client-1", "clientSecret": "client-secret", "registrationExpiresAt": "2026-04-02T03:04:05Z", "refreshToken": "refresh-{{name}}"}
            """;
    }

    public static string Response(string name, int seconds = 28800) =>
        $$"""{"accessToken": "{{name}}", "tokenType": "Bearer", "expiresIn": {{seconds}}, "refreshToken": "refresh-{{name}}"}""";

    /// <summary>Writes the store's entry as another tool does: without the lock.</summary>
    public async Task WriteAsync(string json, ITokenStore? store = null) =>
        await (store ?? Store).WriteAsync(Session.TokenName, Encoding.UTF8.GetBytes(json), Cancellation);

    public async Task<string?> StoredAsync() =>
        await Store.ReadAsync(Session.TokenName, Cancellation) is { } json
            ? JsonNode.Parse(json)!["accessToken"]!.GetValue<string>()
            : null;

    public async Task<string> GetAsync() => (await Login.GetTokenAsync(Cancellation)).AccessToken;

    /// <summary>The service answers when <see cref="Answer"/> is called, unless the request is canceled before.</summary>
    public void AnswerLater(string response) =>
        Service.On(
            SignInHarness.Token,
            async cancellationToken =>
            {
                _asked.TrySetResult();
                await _answer.Task.WaitAsync(cancellationToken);
                return new HttpResponseMessage { Content = new StringContent(response) };
            }
        );

    public void Answer() => _answer.SetResult();

    /// <summary>The service answers, and before that something happens.</summary>
    public void AnswerAfter(Func<Task> before, string response, int status = 200) =>
        Service.On(
            SignInHarness.Token,
            async _ =>
            {
                await before();
                return new HttpResponseMessage((System.Net.HttpStatusCode)status)
                {
                    Content = new StringContent(response),
                };
            }
        );

    public void Dispose() => _harness.Dispose();
}
