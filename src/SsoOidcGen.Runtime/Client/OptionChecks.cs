namespace SsoOidcGen.Runtime;

/// <summary>What can be told about options without environment and files.</summary>
internal static class OptionChecks
{
    public const int LargestMinCompressionSize = 10 * 1024 * 1024;

    // A timer runs for up to 2^32 - 2 milliseconds.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    /// <exception cref="ConfigurationException">An option is wrong.</exception>
    public static void Check(ServiceClientOptions options)
    {
        if (options.Region is { Length: > 0 } region)
        {
            ClientSettings.RegionOf(new Setting(region, "Option Region"), out _);
        }

        if (options.Endpoint is { } endpoint)
        {
            ConfiguredEndpoint.Checked(endpoint.OriginalString, "Option Endpoint");
        }

        CheckRange(options.MaxAttempts, nameof(options.MaxAttempts), 1, int.MaxValue);
        CheckLimit(options.AttemptTimeout, nameof(options.AttemptTimeout));
        CheckLimit(options.CallTimeout, nameof(options.CallTimeout));
        CheckRange(options.MaxResponseBytes, nameof(options.MaxResponseBytes), 1, PooledBuffer.Largest);
        CheckRange(
            options.RequestMinCompressionSizeBytes,
            nameof(options.RequestMinCompressionSizeBytes),
            0,
            LargestMinCompressionSize
        );
    }

    /// <summary>What is wrong where only <see cref="ServiceClientOptions.Endpoint"/> could say where a service is, and does not.</summary>
    /// <param name="client">The name of the client.</param>
    public static ConfigurationException NoEndpoint(string client) =>
        new(
            $"{client} has no endpoint, and its model names none. Set the option {nameof(ServiceClientOptions.Endpoint)} to the address of the service, such as https://api.example.com."
        );

    private static void CheckLimit(TimeSpan limit, string name)
    {
        if (limit != Timeout.InfiniteTimeSpan && (limit <= TimeSpan.Zero || limit > LongestTimeout))
        {
            throw new ConfigurationException(
                $"Option {name} is {limit}; it must be more than zero and at most {LongestTimeout.Days} days, or Timeout.InfiniteTimeSpan."
            );
        }
    }

    private static void CheckRange(int? option, string name, int minimum, int maximum)
    {
        if (option < minimum || option > maximum)
        {
            throw new ConfigurationException($"Option {name} is {option}; it must be from {minimum} to {maximum}.");
        }
    }
}
