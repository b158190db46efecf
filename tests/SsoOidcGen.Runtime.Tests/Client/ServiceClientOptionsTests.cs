namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class ServiceClientOptionsTests
{
    [Fact]
    public void Its_defaults_are_those_of_the_documentation()
    {
        ServiceClientOptions options = new();

        Assert.Equal(TimeSpan.FromSeconds(60), options.AttemptTimeout);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.CallTimeout);
        Assert.Equal(TimeSpan.FromSeconds(3.1), options.ConnectTimeout);
        Assert.Equal(268_435_456, options.MaxResponseBytes);
        Assert.Same(TimeProvider.System, options.TimeProvider);
        Assert.Same(AwsEnvironment.Process, options.Environment);
        Assert.False(options.AllowPlainHttp);
        Assert.False(options.FollowRegionRedirects);
        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", options.NewIdempotencyToken());
        Assert.NotEqual(options.NewIdempotencyToken(), options.NewIdempotencyToken());
        options.Validate();
    }

    [Fact]
    public void It_is_shown_without_what_may_be_secret()
    {
        ServiceClientOptions options = new()
        {
            Region = "eu-west-1",
            Profile = "dev",
            Endpoint = new Uri("https://user:pass@host.example:8443/path?key=secret#f"),
        };

        Assert.Equal(
            "ServiceClientOptions { Region = eu-west-1, Endpoint = https://host.example:8443/path, Profile = dev }",
            options.ToString()
        );
        Assert.Equal(
            "ServiceClientOptions { Region = , Endpoint = , Profile =  }",
            new ServiceClientOptions { Endpoint = new Uri("/relative", UriKind.Relative) }.ToString()
        );
    }

    [Fact]
    public void Two_are_equal_only_if_they_are_the_same()
    {
        ServiceClientOptions options = new();

        Assert.True(options.Equals(options));
        Assert.False(options.Equals(options with { }));
    }

    [Fact]
    public void A_value_at_its_limit_is_accepted_and_the_next_is_not()
    {
        AssertEdge(
            "Option MaxAttempts is 0; it must be from 1 to 2147483647.",
            static (options, isInside) => options.MaxAttempts = isInside ? 1 : 0
        );
        AssertEdge(
            "Option MaxResponseBytes is 0; it must be from 1 to 2147483590.",
            static (options, isInside) => options.MaxResponseBytes = isInside ? 1 : 0
        );
        AssertEdge(
            "Option MaxResponseBytes is 2147483591; it must be from 1 to 2147483590.",
            static (options, isInside) => options.MaxResponseBytes = isInside ? 2_147_483_590 : 2_147_483_591
        );
        AssertEdge(
            "Option RequestMinCompressionSizeBytes is -1; it must be from 0 to 10485760.",
            static (options, isInside) => options.RequestMinCompressionSizeBytes = isInside ? 0 : -1
        );
        AssertEdge(
            "Option RequestMinCompressionSizeBytes is 10485761; it must be from 0 to 10485760.",
            static (options, isInside) => options.RequestMinCompressionSizeBytes = isInside ? 10_485_760 : 10_485_761
        );
        AssertEdge(
            "Option AttemptTimeout is 00:00:00; it must be more than zero and at most 49 days, or Timeout.InfiniteTimeSpan.",
            static (options, isInside) => options.AttemptTimeout = isInside ? TimeSpan.FromTicks(1) : TimeSpan.Zero
        );
        AssertEdge(
            "Option CallTimeout is 49.00:00:00.0000001; it must be more than zero and at most 49 days, or Timeout.InfiniteTimeSpan.",
            static (options, isInside) =>
                options.CallTimeout = TimeSpan.FromDays(49) + TimeSpan.FromTicks(isInside ? 0 : 1)
        );
        AssertEdge(
            "Option CallTimeout is -00:00:00.0020000; it must be more than zero and at most 49 days, or Timeout.InfiniteTimeSpan.",
            static (options, isInside) =>
                options.CallTimeout = isInside ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(-2)
        );
        AssertEdge(
            "Option Region is 'eu west'; a region is letters, digits and hyphens, such as eu-central-1.",
            static (options, isInside) => options.Region = isInside ? "" : "eu west"
        );
    }

    [Fact]
    public void An_endpoint_that_is_none_is_named_as_an_option()
    {
        ServiceClientOptions options = new() { Endpoint = new Uri("ftp://host.example") };

        Assert.Equal(
            "Option Endpoint must be an absolute http or https URL without query, such as https://localhost:8443.",
            Assert.Throws<ConfigurationException>(options.Validate).Message
        );
    }

    [Fact]
    public void A_client_that_nothing_says_the_address_of_cannot_be_made()
    {
        SsoOidcGen.Runtime.CompilerServices.ServiceDescription service = new()
        {
            ServiceId = "Own",
            ApiVersion = "2026-01-01",
            Errors = SsoOidcGen.Runtime.CompilerServices.ErrorFormat.Json,
            CreateException = ProbeClient.Service.CreateException,
        };

        Assert.Equal(
            "ProbeClient has no endpoint, and its model names none. Set the option Endpoint to the address of the service, such as https://api.example.com.",
            Assert
                .Throws<ConfigurationException>(() => new ProbeClient(http: null, new ServiceClientOptions(), service))
                .Message
        );
        using ProbeClient client = new(
            http: null,
            new ServiceClientOptions { Endpoint = new Uri("https://own.example/base") },
            service
        );
        Assert.Equal("https://own.example/base", client.GetEndpoint().AbsoluteUri);
    }

    private static void AssertEdge(string expected, Action<ServiceClientOptions, bool> set)
    {
        ServiceClientOptions options = new();
        set(options, true);
        options.Validate();
        set(options, false);
        Assert.Equal(expected, Assert.Throws<ConfigurationException>(options.Validate).Message);
    }
}
