using System.Net;
using SsoOidcGen.Parcels.Server;

namespace SsoOidcGen.Parcels;

/// <summary>Each operation proves who calls in the way that the model says, and no other.</summary>
public sealed class AuthenticationTests
{
    [Fact]
    public async Task The_API_key_travels_in_its_header()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.UsePassword();

        await trial.Client.ListParcelsAsync(new ListParcelsRequest(), Trial.Cancellation);

        ServedCall call = Assert.Single(trial.Server.Calls);
        Assert.Equal((Caller.ApiKey, Gate.ApiKey), (call.Caller, call.Headers["X-Api-Key"]));
        Assert.DoesNotContain("Authorization", call.Headers.Keys);
    }

    [Fact]
    public async Task A_password_gets_an_API_key()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.UsePassword();

        IssueApiKeyResponse issued = await trial.Client.IssueApiKeyAsync(
            new IssueApiKeyRequest { ValidFor = 2 },
            Trial.Cancellation
        );

        Assert.Equal(Gate.ApiKey, issued.ApiKey);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(ParcelDesk.Now + (2 * 86400)), issued.ExpiresAt);
        Assert.DoesNotContain("X-Api-Key", Assert.Single(trial.Server.Calls).Headers.Keys);
    }

    [Fact]
    public async Task Of_several_ways_the_first_is_used_that_the_client_has()
    {
        await using Trial both = await Trial.StartAsync();
        both.UsePassword();
        await using Trial password = await Trial.StartAsync();
        password.UsePassword();
        password.Options.ApiKey = null;

        await both.Client.GetUsageAsync(new GetUsageRequest(), Trial.Cancellation);
        GetUsageResponse usage = await password.Client.GetUsageAsync(new GetUsageRequest(), Trial.Cancellation);

        Assert.Equal(Caller.ApiKey, Assert.Single(both.Server.Calls).Caller);
        Assert.Equal(Caller.Password, Assert.Single(password.Server.Calls).Caller);
        Assert.Equal(0, usage.Parcels);
        Assert.Empty(usage.ByStatus);
    }

    [Fact]
    public async Task Whoever_has_no_key_is_let_in_where_none_is_needed()
    {
        await using Trial trial = await Trial.StartAsync();
        TrackParcelRequest request = new() { ParcelId = await trial.SendAsync() };
        using ParcelsClient stranger = new(new ServiceClientOptions { Endpoint = trial.Server.Address });

        TrackParcelResponse ofSender = await trial.Client.TrackParcelAsync(request, Trial.Cancellation);
        TrackParcelResponse ofStranger = await stranger.TrackParcelAsync(request, Trial.Cancellation);

        Assert.Equal("Bob", Assert.Single(ofSender.Events).Driver);
        Assert.Null(Assert.Single(ofStranger.Events).Driver);
    }

    [Fact]
    public async Task An_operation_for_everybody_gets_no_secret()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.UsePassword();

        GetServiceStatusResponse status = await trial.Client.GetServiceStatusAsync(
            new GetServiceStatusRequest(),
            Trial.Cancellation
        );

        Assert.Equal((true, 0.25), (status.IsOpen, status.Load));
        Assert.Equal(Caller.Anonymous, Assert.Single(trial.Server.Calls).Caller);
    }

    [Fact]
    public async Task What_is_missing_is_named_and_nothing_is_sent()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.Options.ApiKey = null;

        MissingCredentialsException key = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            trial.Client.ListParcelsAsync(new ListParcelsRequest(), Trial.Cancellation)
        );
        MissingCredentialsException password = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            trial.Client.IssueApiKeyAsync(new IssueApiKeyRequest(), Trial.Cancellation)
        );

        Assert.Equal("ListParcels needs an API key. Set the option ApiKey.", key.Message);
        Assert.Equal(
            "IssueApiKey needs a user name and a password. Set the option BasicCredentials.",
            password.Message
        );
        Assert.Empty(trial.Server.Calls);
    }

    [Fact]
    public async Task No_error_repeats_a_key_or_a_password()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.Options.ApiKey = static _ => ValueTask.FromResult("key-of-somebody/else");
        trial.UsePassword("sesame-öffne-dich");

        ParcelsException key = await Assert.ThrowsAsync<ParcelsException>(() =>
            trial.Client.ListParcelsAsync(new ListParcelsRequest(), Trial.Cancellation)
        );
        ParcelsException password = await Assert.ThrowsAsync<ParcelsException>(() =>
            trial.Client.IssueApiKeyAsync(new IssueApiKeyRequest(), Trial.Cancellation)
        );

        Assert.Equal("The key '***' is not known", key.Message);
        Assert.Equal("Nobody signs in with 'alice:***' (Basic ***)", password.Message);
        Assert.DoesNotContain("somebody", key.ToString());
        Assert.DoesNotContain("sesame", password.ToString());
        Assert.Equal("AccessDenied", key.ErrorCode);
    }

    [Fact]
    public async Task Neither_leaves_the_machine_unencrypted()
    {
        using ParcelsClient client = new(
            new ServiceClientOptions
            {
                Endpoint = new Uri("http://parcels.example"),
                ApiKey = static _ => ValueTask.FromResult(Gate.ApiKey),
                BasicCredentials = static _ =>
                    ValueTask.FromResult(new NetworkCredential(Gate.UserName, Gate.Password)),
            }
        );

        ConfigurationException key = await Assert.ThrowsAsync<ConfigurationException>(() =>
            client.ListParcelsAsync(new ListParcelsRequest(), Trial.Cancellation)
        );
        ConfigurationException password = await Assert.ThrowsAsync<ConfigurationException>(() =>
            client.IssueApiKeyAsync(new IssueApiKeyRequest(), Trial.Cancellation)
        );

        Assert.Contains("ListParcels would send its API key to parcels.example unencrypted", key.Message);
        Assert.Contains("IssueApiKey would send its password to parcels.example unencrypted", password.Message);
    }

    [Fact]
    public async Task What_is_sensitive_is_not_printed()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.UsePassword();

        IssueApiKeyResponse issued = await trial.Client.IssueApiKeyAsync(new IssueApiKeyRequest(), Trial.Cancellation);

        Assert.DoesNotContain(Gate.ApiKey, issued.ToString());
        Assert.DoesNotContain("0000", Trial.Address().ToString());
    }
}
