using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A client's settings after options, environment and shared config have been consulted. Immutable.</summary>
internal sealed class ClientSettings
{
    private const int DefaultMaxAttempts = 3;
    private const int DefaultMinCompressionSize = 10240;

    private readonly bool _isDynamoDb;
    private RetryBackoff? _backoff;
    private string? _firstAttempt;
    private string? _signedUserAgent;

    /// <inheritdoc cref="ClientSettings(ServiceClientOptions, string, AwsEnvironment)"/>
    public ClientSettings(ServiceClientOptions options, string serviceId)
        : this(options, serviceId, options.Environment) { }

    /// <param name="options">What the caller set; it wins.</param>
    /// <param name="serviceId">The service's id in its model, for example <c>SSO OIDC</c>.</param>
    /// <param name="environment">Where to look for the rest.</param>
    /// <exception cref="ConfigurationException">A setting is wrong.</exception>
    public ClientSettings(ServiceClientOptions options, string serviceId, AwsEnvironment environment)
    {
        options.Validate();
        SharedConfig config = SharedConfig.Load(environment);
        ConfigSection profile = config.SelectProfile(options.Profile);
        SettingReader settings = new(environment, profile);
        _isDynamoDb = serviceId is "DynamoDB" or "DynamoDB Streams";

        Region = ResolveRegion(options, settings, out bool isFipsRegion);
        Endpoint = ResolveEndpoint(options, serviceId, environment, config, profile, settings);
        UseFipsEndpoint =
            isFipsRegion || (options.UseFipsEndpoint ?? settings.Flag("use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT"));
        UseDualStackEndpoint =
            options.UseDualStackEndpoint ?? settings.Flag("use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT");
        EndpointParameters = options.Bind(new EndpointContext(), settings);
        Authentication = new AuthenticationSettings(options.Credentials)
        {
            Region = Region,
            Environment = environment,
            CreateSearch = () => CreateSearch(options, config, profile),
            BearerToken = options.BearerToken,
            ApiKey = options.ApiKey,
            BasicCredentials = options.BasicCredentials,
            AllowPlainHttp = options.AllowPlainHttp,
            SignsPayloads = options.SignPayloads ?? settings.FindFlag("s3.payload_signing_enabled", variable: null),
        };
        MaxAttempts =
            options.MaxAttempts
            ?? settings.Number("max_attempts", "AWS_MAX_ATTEMPTS", 1, int.MaxValue)
            ?? (_isDynamoDb ? DefaultMaxAttempts + 1 : DefaultMaxAttempts);
        AttemptTimeout = options.AttemptTimeout;
        CallTimeout = options.CallTimeout;
        MaxResponseBytes = options.MaxResponseBytes;
        UserAgent = Runtime.UserAgent.Create(
            options.ApplicationId ?? settings.Find("sdk_ua_app_id", "AWS_SDK_UA_APP_ID")?.Text,
            environment.Variable("AWS_EXECUTION_ENV"),
            hasCustomEndpoint: Endpoint is not null
        );
        if (options.Features is { } features)
        {
            UserAgent = Runtime.UserAgent.WithFeatures(UserAgent, features);
        }

        CompressionThreshold = ResolveCompressionThreshold(options, settings);
        RequestChecksums =
            options.RequestChecksumCalculation
            ?? settings.ChecksumUse("request_checksum_calculation", "AWS_REQUEST_CHECKSUM_CALCULATION");
        ResponseChecksums =
            options.ResponseChecksumValidation
            ?? settings.ChecksumUse("response_checksum_validation", "AWS_RESPONSE_CHECKSUM_VALIDATION");
        FollowRegionRedirects = options.FollowRegionRedirects;
        DisableHostPrefixInjection =
            options.DisableHostPrefixInjection
            ?? settings.Flag("disable_host_prefix_injection", "AWS_DISABLE_HOST_PREFIX_INJECTION");
        TimeProvider = options.TimeProvider;
        NewIdempotencyToken = options.NewIdempotencyToken;
        Environment = environment;
        RunsInLambda = environment.Variable("AWS_LAMBDA_FUNCTION_NAME") is not null;
    }

    /// <summary>Null when none is set anywhere.</summary>
    public string? Region { get; }

    /// <summary>Null when the service's endpoint rules decide.</summary>
    public Uri? Endpoint { get; }

    public bool UseFipsEndpoint { get; }

    public bool UseDualStackEndpoint { get; }

    /// <summary>What settings of this service's own say to the endpoint rules; region and kind of endpoint come from the settings above.</summary>
    public EndpointContext EndpointParameters { get; }

    public AuthenticationSettings Authentication { get; }

    public int MaxAttempts { get; }

    /// <summary>What a first attempt says about itself.</summary>
    public string FirstAttempt => _firstAttempt ??= ClientHeaders.AttemptOf(1, MaxAttempts);

    /// <summary>Made for the first retry.</summary>
    public RetryBackoff Backoff =>
        _backoff ??= new RetryBackoff(_isDynamoDb ? RetryBackoff.DynamoDbBase : RetryBackoff.TransientBase);

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan CallTimeout { get; }

    public int MaxResponseBytes { get; }

    public string UserAgent { get; }

    /// <summary>What requests that are signed say beside it: where the credentials come from. A client has one chain, so it is always the same.</summary>
    public string SignedUserAgent =>
        Authentication.Features is { } features
            ? _signedUserAgent ??= Runtime.UserAgent.WithFeatures(UserAgent, features)
            : UserAgent;

    /// <summary>The body size in bytes from which gzip is used; null when it never is.</summary>
    public int? CompressionThreshold { get; }

    public ChecksumUse RequestChecksums { get; }

    public ChecksumUse ResponseChecksums { get; }

    public bool FollowRegionRedirects { get; }

    public bool DisableHostPrefixInjection { get; }

    public TimeProvider TimeProvider { get; }

    public Func<string> NewIdempotencyToken { get; }

    public AwsEnvironment Environment { get; }

    public bool RunsInLambda { get; }

    private static string? ResolveRegion(ServiceClientOptions options, SettingReader settings, out bool isFips)
    {
        isFips = false;
        Setting? found = options.Region is { Length: > 0 } option
            ? new Setting(option, "Option Region")
            : settings.Find("region", "AWS_REGION", "AWS_DEFAULT_REGION");
        if (found is not { } setting)
        {
            return null;
        }

        return RegionOf(setting, out isFips);
    }

    /// <exception cref="ConfigurationException">It is none.</exception>
    public static string RegionOf(Setting setting, out bool isFips)
    {
        string region = setting.Text;
        isFips = RegionName.TryTakeFipsMark(ref region);
        return RegionName.IsValid(region)
            ? region
            : throw setting.Invalid($"is '{region}'; a region is letters, digits and hyphens, such as eu-central-1");
    }

    private CredentialsSearch CreateSearch(ServiceClientOptions options, SharedConfig config, ConfigSection profile) =>
        new()
        {
            Environment = Environment,
            Config = config,
            Profile = profile,
            IsProfileChosen = options.Profile is not null,
            Region = Region,
            UseFipsEndpoint = UseFipsEndpoint,
            UseDualStackEndpoint = UseDualStackEndpoint,
            AllowPlainHttp = Authentication.AllowPlainHttp,
            MfaCode = options.MfaCode,
            TimeProvider = TimeProvider,
        };

    private static Uri? ResolveEndpoint(
        ServiceClientOptions options,
        string serviceId,
        AwsEnvironment environment,
        SharedConfig config,
        ConfigSection profile,
        SettingReader settings
    )
    {
        if (options.Endpoint is { } endpoint)
        {
            return ConfiguredEndpoint.Checked(endpoint.OriginalString, "Option Endpoint");
        }

        bool isIgnored =
            options.IgnoreConfiguredEndpointUrls
            ?? settings.Flag("ignore_configured_endpoint_urls", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
        return isIgnored ? null : ConfiguredEndpoint.Find(serviceId, environment, config, profile);
    }

    private static int? ResolveCompressionThreshold(ServiceClientOptions options, SettingReader settings)
    {
        bool isDisabled =
            options.DisableRequestCompression
            ?? settings.Flag("disable_request_compression", "AWS_DISABLE_REQUEST_COMPRESSION");
        int threshold =
            options.RequestMinCompressionSizeBytes
            ?? settings.Number(
                "request_min_compression_size_bytes",
                "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
                0,
                OptionChecks.LargestMinCompressionSize
            )
            ?? DefaultMinCompressionSize;
        return isDisabled ? null : threshold;
    }
}
