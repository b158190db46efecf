using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SsoOidc.Emulator;

namespace WebApp.Tests;

/// <summary>The application over HTTP, with an emulator in place of the services.</summary>
public sealed class EmulatorTests : IAsyncLifetime
{
    private SsoOidcEmulator _emulator = null!;
    private WebApplicationFactory<Program> _factory = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await SsoOidcEmulator.StartAsync(new EmulatorOptions { AutoApprove = true }, Cancellation);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("Aws:SsoOidc:Endpoint", _emulator.BaseAddress.ToString())
                .UseSetting("Aws:Portal:Endpoint", _emulator.BaseAddress.ToString())
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_user_signs_in_and_sees_accounts()
    {
        using HttpClient http = _factory.CreateClient();

        using HttpResponseMessage begun = await http.PostAsync("/sign-in", content: null, Cancellation);
        JsonNode pending = (await begun.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        using HttpResponseMessage completed = await http.PostAsJsonAsync("/sign-in/token", pending, Cancellation);
        http.DefaultRequestHeaders.Add("X-Access-Token", await completed.Content.ReadAsStringAsync(Cancellation));
        JsonArray accounts = (await http.GetFromJsonAsync<JsonArray>("/accounts", Cancellation))!;

        Assert.Equal(HttpStatusCode.OK, completed.StatusCode);
        Assert.NotEmpty(accounts);
    }

    [Fact]
    public async Task The_health_check_follows_the_portal()
    {
        using HttpClient http = _factory.CreateClient();
        Assert.Equal("Healthy", await http.GetStringAsync("/health", Cancellation));

        _emulator.Faults.Add(EmulatorOperation.ListAccounts, new Fault { Status = 400 });
        using HttpResponseMessage response = await http.GetAsync("/health", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task A_call_that_was_retried_is_one_span_with_the_attempts_below_it()
    {
        List<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name is "SsoOidcGen.Runtime" or "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (ended)
                {
                    ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        _emulator.Faults.Add(EmulatorOperation.ListAccounts, new Fault { Status = 503 });
        using HttpClient http = _factory.CreateClient();

        Assert.Equal("Healthy", await http.GetStringAsync("/health", Cancellation));

        // Other tests make calls at the same time; only this one has to try twice.
        Activity call = Assert.Single(
            ended,
            static activity =>
                activity.OperationName == "SSO.ListAccounts" && activity.GetTagItem("http.request.resend_count") is 1
        );
        Assert.Equal("retry", Assert.Single(call.Events).Name);
        Assert.Equal(2, ended.Count(activity => activity.ParentSpanId == call.SpanId));
    }
}
