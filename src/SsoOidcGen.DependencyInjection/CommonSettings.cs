using System.Globalization;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.DependencyInjection;

/// <summary>How to read the settings that every client has from text, by the names of the properties.</summary>
internal static class CommonSettings
{
    public static readonly Dictionary<string, Action<ServiceClientOptions, string>> All = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [nameof(ServiceClientOptions.Region)] = static (options, text) => options.Region = text,
        [nameof(ServiceClientOptions.Endpoint)] = static (options, text) =>
            options.Endpoint = new Uri(text, UriKind.Absolute),
        [nameof(ServiceClientOptions.IgnoreConfiguredEndpointUrls)] = static (options, text) =>
            options.IgnoreConfiguredEndpointUrls = bool.Parse(text),
        [nameof(ServiceClientOptions.Profile)] = static (options, text) => options.Profile = text,
        [nameof(ServiceClientOptions.UseFipsEndpoint)] = static (options, text) =>
            options.UseFipsEndpoint = bool.Parse(text),
        [nameof(ServiceClientOptions.UseDualStackEndpoint)] = static (options, text) =>
            options.UseDualStackEndpoint = bool.Parse(text),
        [nameof(ServiceClientOptions.ApiKey)] = static (options, text) =>
            options.ApiKey = _ => ValueTask.FromResult(text),
        [nameof(ServiceClientOptions.BearerToken)] = static (options, text) =>
            options.BearerToken = _ => ValueTask.FromResult(text),
        [nameof(ServiceClientOptions.MaxAttempts)] = static (options, text) => options.MaxAttempts = Integer(text),
        [nameof(ServiceClientOptions.AttemptTimeout)] = static (options, text) => options.AttemptTimeout = Time(text),
        [nameof(ServiceClientOptions.CallTimeout)] = static (options, text) => options.CallTimeout = Time(text),
        [nameof(ServiceClientOptions.ConnectTimeout)] = static (options, text) => options.ConnectTimeout = Time(text),
        [nameof(ServiceClientOptions.MaxResponseBytes)] = static (options, text) =>
            options.MaxResponseBytes = Integer(text),
        [nameof(ServiceClientOptions.AllowPlainHttp)] = static (options, text) =>
            options.AllowPlainHttp = bool.Parse(text),
        [nameof(ServiceClientOptions.ApplicationId)] = static (options, text) => options.ApplicationId = text,
        [nameof(ServiceClientOptions.DisableRequestCompression)] = static (options, text) =>
            options.DisableRequestCompression = bool.Parse(text),
        [nameof(ServiceClientOptions.RequestMinCompressionSizeBytes)] = static (options, text) =>
            options.RequestMinCompressionSizeBytes = Integer(text),
        [nameof(ServiceClientOptions.DisableHostPrefixInjection)] = static (options, text) =>
            options.DisableHostPrefixInjection = bool.Parse(text),
        [nameof(ServiceClientOptions.SignPayloads)] = static (options, text) => options.SignPayloads = bool.Parse(text),
        [nameof(ServiceClientOptions.FollowRegionRedirects)] = static (options, text) =>
            options.FollowRegionRedirects = bool.Parse(text),
        [nameof(ServiceClientOptions.RequestChecksumCalculation)] = static (options, text) =>
            options.RequestChecksumCalculation = Choice(text),
        [nameof(ServiceClientOptions.ResponseChecksumValidation)] = static (options, text) =>
            options.ResponseChecksumValidation = Choice(text),
    };

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string text) =>
        text.Equals("Infinite", StringComparison.OrdinalIgnoreCase)
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static ChecksumUse Choice(string text) =>
        Enum.TryParse(text, ignoreCase: true, out ChecksumUse choice) && Enum.IsDefined(choice)
            ? choice
            : throw new FormatException($"Known are {string.Join(", ", Enum.GetNames<ChecksumUse>())}.");
}
