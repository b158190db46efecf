namespace SsoOidcGen.Runtime.Tests;

public sealed class ClientSettingsTests
{
    [Fact]
    public void The_region_comes_from_options_then_variables_then_the_profile()
    {
        const string Config = "[default]\nregion = from-profile";
        using TestHome profile = new(Config);
        using TestHome fallback = new(Config, variables: new() { ["AWS_DEFAULT_REGION"] = "from-default" });
        using TestHome variable = new(
            Config,
            variables: new() { ["AWS_REGION"] = "from-variable", ["AWS_DEFAULT_REGION"] = "from-default" }
        );

        Assert.Equal("from-profile", profile.Resolve().Region);
        Assert.Equal("from-default", fallback.Resolve().Region);
        Assert.Equal("from-variable", variable.Resolve().Region);
        Assert.Equal("from-option", variable.Resolve(new() { Region = "from-option" }).Region);
    }

    [Fact]
    public void Every_setting_comes_from_options_then_variables_then_the_profile()
    {
        const string Config = """
            [default]
            max_attempts = 4
            request_min_compression_size_bytes = 4
            disable_host_prefix_injection = true
            use_fips_endpoint = true
            use_dualstack_endpoint = true
            request_checksum_calculation = when_required
            response_checksum_validation = when_required
            sdk_ua_app_id = profile
            """;
        using TestHome home = new(Config);
        using TestHome variables = new(
            Config,
            variables: new()
            {
                ["AWS_MAX_ATTEMPTS"] = "5",
                ["AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES"] = "5",
                ["AWS_DISABLE_HOST_PREFIX_INJECTION"] = "false",
                ["AWS_USE_FIPS_ENDPOINT"] = "false",
                ["AWS_USE_DUALSTACK_ENDPOINT"] = "false",
                ["AWS_REQUEST_CHECKSUM_CALCULATION"] = "when_supported",
                ["AWS_RESPONSE_CHECKSUM_VALIDATION"] = "when_supported",
                ["AWS_SDK_UA_APP_ID"] = "variable",
            }
        );
        ServiceClientOptions options = new()
        {
            MaxAttempts = 6,
            RequestMinCompressionSizeBytes = 6,
            DisableHostPrefixInjection = true,
            UseFipsEndpoint = true,
            UseDualStackEndpoint = true,
            RequestChecksumCalculation = ChecksumUse.WhenRequired,
            ResponseChecksumValidation = ChecksumUse.WhenRequired,
            ApplicationId = "option",
        };

        AssertSettings(home.Resolve(), 4, isOn: true, ChecksumUse.WhenRequired, "profile");
        AssertSettings(variables.Resolve(), 5, isOn: false, ChecksumUse.WhenSupported, "variable");
        AssertSettings(variables.Resolve(options), 6, isOn: true, ChecksumUse.WhenRequired, "option");
        Assert.Null(home.Resolve(new() { DisableRequestCompression = true }).CompressionThreshold);
    }

    private static void AssertSettings(
        ClientSettings settings,
        int number,
        bool isOn,
        ChecksumUse checksums,
        string application
    )
    {
        Assert.Equal((number, number), (settings.MaxAttempts, settings.CompressionThreshold));
        Assert.Equal(
            (isOn, isOn, isOn),
            (settings.DisableHostPrefixInjection, settings.UseFipsEndpoint, settings.UseDualStackEndpoint)
        );
        Assert.Equal((checksums, checksums), (settings.RequestChecksums, settings.ResponseChecksums));
        Assert.EndsWith($" app/{application}", settings.UserAgent);
    }

    [Fact]
    public void A_missing_region_is_an_error_only_when_it_is_needed()
    {
        using TestHome home = new();
        ClientSettings settings = home.Resolve();

        var error = Assert.Throws<ConfigurationException>(() => settings.Authentication.RequireRegion());

        Assert.Contains("AWS_REGION", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fips-us-east-1")]
    [InlineData("us-east-1-fips")]
    public void A_FIPS_pseudo_region_turns_FIPS_on(string region)
    {
        using TestHome home = new();

        ClientSettings settings = home.Resolve(new() { Region = region, UseFipsEndpoint = false });

        Assert.Equal("us-east-1", settings.Region);
        Assert.True(settings.UseFipsEndpoint);
    }

    [Theory]
    [InlineData("us east")]
    [InlineData("-us")]
    [InlineData("us-")]
    [InlineData("123")]
    [InlineData("evil.example/")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_region_that_cannot_be_part_of_a_host_is_refused_with_its_place(string region)
    {
        using TestHome home = new($"[default]\nregion = {region}");

        var error = Assert.Throws<ConfigurationException>(() => home.Resolve());

        Assert.Contains($"{home.Environment.ConfigFile}:2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_come_from_options_then_variables_then_the_profile()
    {
        using TestHome home = new(
            "[default]\nuse_fips_endpoint = TRUE\nuse_dualstack_endpoint = true",
            variables: new() { ["AWS_USE_DUALSTACK_ENDPOINT"] = "false" }
        );

        Assert.True(home.Resolve().UseFipsEndpoint);
        Assert.False(home.Resolve().UseDualStackEndpoint);
        Assert.False(home.Resolve(new() { UseFipsEndpoint = false }).UseFipsEndpoint);
    }

    [Theory]
    [InlineData("use_fips_endpoint = yes", "true or false")]
    [InlineData("max_attempts = 0", "whole number")]
    [InlineData("max_attempts = three", "whole number")]
    [InlineData("request_min_compression_size_bytes = -1", "whole number")]
    [InlineData("endpoint_url = localhost:1", "absolute")]
    [InlineData("endpoint_url = ftp://localhost", "absolute")]
    [InlineData("endpoint_url = https://user:secret@localhost", "absolute")]
    public void A_wrong_setting_is_named_with_file_line_section_and_key(string line, string advice)
    {
        using TestHome home = new($"[profile p]\n{line}");

        var error = Assert.Throws<ConfigurationException>(() => home.Resolve(new() { Profile = "p" }));

        string key = line.Split(' ')[0];
        Assert.Contains(
            $"{home.Environment.ConfigFile}:2, section [profile p], key '{key}'",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSO OIDC", 3)]
    [InlineData("DynamoDB", 4)]
    public void Attempts_have_a_default_per_service(string serviceId, int expected)
    {
        using TestHome home = new();

        Assert.Equal(expected, home.Resolve(serviceId: serviceId).MaxAttempts);
    }

    [Fact]
    public void Attempts_come_from_options_then_variables_then_the_profile()
    {
        const string Config = "[default]\nmax_attempts = 7";
        using TestHome profile = new(Config);
        using TestHome variable = new(Config, variables: new() { ["AWS_MAX_ATTEMPTS"] = "8" });

        Assert.Equal(7, profile.Resolve().MaxAttempts);
        Assert.Equal(8, variable.Resolve().MaxAttempts);
        Assert.Equal(9, variable.Resolve(new() { MaxAttempts = 9 }).MaxAttempts);
        Assert.Throws<ConfigurationException>(() => variable.Resolve(new() { MaxAttempts = 0 }));
    }

    [Fact]
    public void Compression_can_be_tuned_and_turned_off()
    {
        using TestHome plain = new();
        using TestHome tuned = new("[default]\nrequest_min_compression_size_bytes = 1");
        using TestHome off = new(variables: new() { ["AWS_DISABLE_REQUEST_COMPRESSION"] = "true" });

        Assert.Equal(10240, plain.Resolve().CompressionThreshold);
        Assert.Equal(1, tuned.Resolve().CompressionThreshold);
        Assert.Null(off.Resolve().CompressionThreshold);
    }

    [Fact]
    public void Options_show_no_secret()
    {
        ServiceClientOptions options = new()
        {
            Region = "us-east-1",
            Endpoint = new Uri("https://user:hush@localhost/?token=hush"),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "hush", "hush"),
        };

        Assert.DoesNotContain("hush", options.ToString(), StringComparison.Ordinal);
        Assert.Contains("us-east-1", options.ToString(), StringComparison.Ordinal);
    }
}
