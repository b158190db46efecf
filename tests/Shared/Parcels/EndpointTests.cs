using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SsoOidcGen.Parcels.Server;

namespace SsoOidcGen.Parcels;

/// <summary>Only the caller knows where a service is that is not AWS's, and nothing of AWS concerns its clients.</summary>
public sealed class EndpointTests
{
    [Fact]
    public void A_client_without_an_endpoint_cannot_be_created()
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(() =>
            new ParcelsClient(new ServiceClientOptions { Region = "eu-central-1" })
        );

        Assert.StartsWith("ParcelsClient has no endpoint", error.Message);
        Assert.Contains("Set the option Endpoint", error.Message);
    }

    [Fact]
    public async Task Neither_environment_nor_files_of_AWS_concern_it()
    {
        await using Trial trial = await Trial.StartAsync();
        string home = Directory.CreateTempSubdirectory("ssooidcgen-").FullName;
        Directory.CreateDirectory(Path.Combine(home, ".aws"));
        await File.WriteAllTextAsync(Path.Combine(home, ".aws/config"), "this is no config file", Trial.Cancellation);
        trial.Options.Environment = new AwsEnvironment(
            home,
            new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = "http://localhost:1",
                ["AWS_MAX_ATTEMPTS"] = "many",
                ["AWS_PROFILE"] = "nobody",
                ["AWS_REGION"] = "no region",
            }
        );

        await trial.SendAsync();

        Assert.Single(trial.Server.Calls);
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task A_path_of_the_endpoint_goes_before_those_of_operations()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.Options.Endpoint = new Uri(trial.Server.Address, "/v1");

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() =>
            trial.Client.GetServiceStatusAsync(new GetServiceStatusRequest(), Trial.Cancellation)
        );

        Assert.Equal(404, (int?)error.StatusCode);
        Assert.Empty(trial.Server.Calls);
    }

    [Fact]
    public async Task A_container_takes_endpoint_and_key_from_the_configuration()
    {
        await using Trial trial = await Trial.StartAsync();
        await using ServiceProvider provider = Services(
            ("Endpoint", trial.Server.Address.ToString()),
            ("ApiKey", Gate.ApiKey)
        );

        await provider
            .GetRequiredService<IParcelsClient>()
            .ListParcelsAsync(new ListParcelsRequest(), Trial.Cancellation);

        Assert.Equal(Caller.ApiKey, Assert.Single(trial.Server.Calls).Caller);
    }

    [Fact]
    public async Task An_application_without_an_endpoint_does_not_start()
    {
        await using ServiceProvider provider = Services(("ApiKey", Gate.ApiKey));

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Contains("ParcelsClient needs the setting Endpoint", error.Message);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(static s => s.Key, static s => (string?)s.Value))
            .Build();
        ServiceCollection services = new();
        services.AddParcelsClient(configuration);
        return services.BuildServiceProvider();
    }
}
