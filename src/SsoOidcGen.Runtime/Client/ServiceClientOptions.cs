using System.ComponentModel;
using System.Net;
using System.Runtime.CompilerServices;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Settings of a client. Every one is optional, but for <see cref="Endpoint"/> where the service's model does not say where it is.</summary>
/// <remarks>
/// What is left null is looked for in the environment variable named with the property, then under the key of the
/// profile in <c>~/.aws/config</c> and <c>~/.aws/credentials</c>, then the default holds (AWS SDKs and Tools
/// Reference, "Settings"). An environment variable that is empty counts as not set. A client reads its options and
/// the files once, at its first call. Clients of services that are not AWS's look at no variable and at no file.
/// </remarks>
public record ServiceClientOptions
{
    /// <summary>The AWS region, for example <c>eu-central-1</c>. Variables: <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>; key: <c>region</c>. No default.</summary>
    public string? Region { get; set; }

    /// <summary>
    /// Where to send requests instead of the service's own address; a path is kept. Variables:
    /// <c>AWS_ENDPOINT_URL_{SERVICE}</c>, <c>AWS_ENDPOINT_URL</c>; keys: <c>endpoint_url</c> in the service's block of
    /// the profile's <c>services</c> section, then in the profile. Default: by the service's endpoint rules.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Ignores endpoints from the environment and files, but not <see cref="Endpoint"/>. Variable: <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS</c>; key: <c>ignore_configured_endpoint_urls</c>. Default: false.</summary>
    public bool? IgnoreConfiguredEndpointUrls { get; set; }

    /// <summary>The profile of the shared config and credentials files. Variables: <c>AWS_PROFILE</c>, <c>AWS_DEFAULT_PROFILE</c>. Default: <c>default</c>.</summary>
    public string? Profile { get; set; }

    /// <summary>Uses endpoints validated by FIPS 140. Variable: <c>AWS_USE_FIPS_ENDPOINT</c>; key: <c>use_fips_endpoint</c>. Default: false.</summary>
    public bool? UseFipsEndpoint { get; set; }

    /// <summary>Uses endpoints that IPv4 and IPv6 reach. Variable: <c>AWS_USE_DUALSTACK_ENDPOINT</c>; key: <c>use_dualstack_endpoint</c>. Default: false.</summary>
    public bool? UseDualStackEndpoint { get; set; }

    /// <summary>
    /// Signs the operations that need it; most sign-in operations do not. Default: the first that there is of
    /// <c>AWS_ACCESS_KEY_ID</c> and its companions, <c>AWS_WEB_IDENTITY_TOKEN_FILE</c> (both unless <see cref="Profile"/> is
    /// set), the profile, the container's endpoint, and instance metadata.
    /// </summary>
    public IAwsCredentialsProvider? Credentials { get; set; }

    /// <summary>
    /// Asks the user for the code that an MFA device shows, where the profile has <c>mfa_serial</c>; its argument is the serial
    /// number. Clients that share credentials share the same delegate. Default: nobody is asked, and such a profile is an error.
    /// </summary>
    public Func<string, CancellationToken, ValueTask<string>>? MfaCode { get; set; }

    /// <summary>
    /// Gives the token of the operations that are authorized with one (RFC 6750 §2.1), at each attempt: a provider that
    /// keeps its token decides itself when to renew it. Variable: <c>AWS_BEARER_TOKEN_{SIGNING_NAME}</c>, a token, for
    /// example <c>AWS_BEARER_TOKEN_BEDROCK</c>. Default: none.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? BearerToken { get; set; }

    /// <summary>Gives the API key of the operations that are authorized with one (Smithy <c>httpApiKeyAuth</c>), at each attempt. Default: none.</summary>
    public Func<CancellationToken, ValueTask<string>>? ApiKey { get; set; }

    /// <summary>
    /// Gives user name and password of the operations that are authorized with them (RFC 7617), at each attempt;
    /// <see cref="NetworkCredential.Domain"/> is left out. Default: none.
    /// </summary>
    public Func<CancellationToken, ValueTask<NetworkCredential>>? BasicCredentials { get; set; }

    /// <summary>How often a request is sent at most, the first time included; at least 1. Variable: <c>AWS_MAX_ATTEMPTS</c>; key: <c>max_attempts</c>. Default: 3.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>How long one attempt may take, from sending to the last byte of the response, or to its headers where it is streamed; a request that sends events may last. Default: 60 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits forever.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The time for the whole call, all attempts and the waits between them included; streamed responses count up to their headers. Default: <see cref="Timeout.InfiniteTimeSpan"/>, no limit beyond that of each attempt.</summary>
    public TimeSpan CallTimeout { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// The size in bytes, after decompression, up to which a success response is read into memory, 1 to 2147483590; a
    /// larger one is a <see cref="ResponseTooLargeException"/>. On an <see cref="HttpClient"/> given to the client, the
    /// smaller of this and <see cref="HttpClient.MaxResponseContentBufferSize"/> counts. Streamed responses have no limit,
    /// errors one of 1 MiB. Default: 256 MiB.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// Sends bearer tokens, API keys, passwords, and the sensitive members of operations that are not signed, over plain
    /// <c>http</c> to hosts other than this machine. Others on the way can read them then. Default: false, such calls are refused with a
    /// <see cref="ConfigurationException"/>.
    /// </summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>How long opening a connection may take; without effect on an <see cref="HttpClient"/> given to the client. Default: 3.1 seconds, the <c>standard</c> defaults mode of the AWS SDKs.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3.1);

    /// <summary>Names the application in the user agent; 50 characters at most are advised. Variable: <c>AWS_SDK_UA_APP_ID</c>; key: <c>sdk_ua_app_id</c>. Default: none.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>Sends bodies uncompressed even where the service takes gzip. Variable: <c>AWS_DISABLE_REQUEST_COMPRESSION</c>; key: <c>disable_request_compression</c>. Default: false.</summary>
    public bool? DisableRequestCompression { get; set; }

    /// <summary>The size in bytes from which a body is compressed, 0 to 10485760. Variable: <c>AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES</c>; key: <c>request_min_compression_size_bytes</c>. Default: 10240.</summary>
    public int? RequestMinCompressionSizeBytes { get; set; }

    /// <summary>Leaves the prefix that some operations put before the endpoint's host away. Variable: <c>AWS_DISABLE_HOST_PREFIX_INJECTION</c>; key: <c>disable_host_prefix_injection</c>. Default: false.</summary>
    public bool? DisableHostPrefixInjection { get; set; }

    /// <summary>Whether requests carry a checksum of their body. Variable: <c>AWS_REQUEST_CHECKSUM_CALCULATION</c>; key: <c>request_checksum_calculation</c>. Default: <see cref="ChecksumUse.WhenSupported"/>.</summary>
    public ChecksumUse? RequestChecksumCalculation { get; set; }

    /// <summary>Whether responses are checked against the checksum of their body. Variable: <c>AWS_RESPONSE_CHECKSUM_VALIDATION</c>; key: <c>response_checksum_validation</c>. Default: <see cref="ChecksumUse.WhenSupported"/>.</summary>
    public ChecksumUse? ResponseChecksumValidation { get; set; }

    /// <summary>
    /// Whether S3's signatures cover the bodies of requests: always, or never, not even over http. Key:
    /// <c>payload_signing_enabled</c> in the block <c>s3</c>. Default: unless the request travels over https and the body is a
    /// stream that is read once or has a digest already.
    /// </summary>
    public bool? SignPayloads { get; set; }

    /// <summary>
    /// Sends a request again to the region that a bucket is in, where S3 says that it is another one than
    /// <see cref="Region"/>; other services do not. Whoever owns the bucket so decides where requests go, within the
    /// service. Default: false, such a call fails.
    /// </summary>
    public bool FollowRegionRedirects { get; set; }

    /// <summary>The clock for timeouts, delays and signatures. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Receives what the client has to tell: calls, retries, credentials. Traces and measurements need no setting: they come
    /// from the <see cref="System.Diagnostics.ActivitySource"/> and the meter <c>SsoOidcGen.Runtime</c>. Default: none.
    /// </summary>
    public IClientLog? Log { get; set; }

    /// <summary>Makes the value of an idempotency token that a request leaves out. Default: a random UUID.</summary>
    public Func<string> NewIdempotencyToken { get; set; } = NewUuid;

    /// <summary>Where environment variables and files are read from. Default: the running process.</summary>
    public AwsEnvironment Environment { get; set; } = AwsEnvironment.Process;

    /// <summary>Letters of the user agent that say what the client is made for; null: nothing in particular.</summary>
    internal string? Features { get; init; }

    /// <summary>Checks what can be told without environment and files; the rest is checked at a client's first call.</summary>
    /// <exception cref="ConfigurationException">An option is wrong.</exception>
    public void Validate() => OptionChecks.Check(this);

    /// <summary>Whether both are the same object: what can be changed has no value that it could be told by.</summary>
    public virtual bool Equals(ServiceClientOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Region, endpoint and profile as they are set; nothing of the credentials.</summary>
    public override string ToString()
    {
        // User and query of a URL may be secrets.
        const UriComponents Shown = UriComponents.SchemeAndServer | UriComponents.Path;
        string? endpoint = Endpoint is { IsAbsoluteUri: true } uri
            ? uri.GetComponents(Shown, UriFormat.UriEscaped)
            : null;
        return $"ServiceClientOptions {{ Region = {Region}, Endpoint = {endpoint}, Profile = {Profile} }}";
    }

    /// <summary>Tells the endpoint rules about settings that only this service's client has.</summary>
    /// <param name="context">What they know already.</param>
    /// <param name="settings">Where what is not set here is looked for.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual EndpointContext Bind(EndpointContext context, SettingReader settings) => context;

    private static string NewUuid() => Guid.NewGuid().ToString();
}
