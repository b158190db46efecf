namespace SsoOidc.Cli;

/// <summary>Where a partition has its console.</summary>
/// <param name="Federation">The federation endpoint.</param>
/// <param name="Home">The first page.</param>
internal sealed record ConsolePartition(Uri Federation, Uri Home)
{
    private static readonly ConsolePartition s_commercial = Create("signin.aws.amazon.com", "console.aws.amazon.com");
    private static readonly ConsolePartition s_china = Create("signin.amazonaws.cn", "console.amazonaws.cn");
    private static readonly ConsolePartition s_government = Create(
        "signin.amazonaws-us-gov.com",
        "console.amazonaws-us-gov.com"
    );

    /// <param name="region">A region of the partition; null is one of the commercial partition.</param>
    public static ConsolePartition Of(string? region) =>
        region is null ? s_commercial
        : region.StartsWith("cn-", StringComparison.Ordinal) ? s_china
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? s_government
        : s_commercial;

    /// <summary>The page of a service, for example <c>s3</c>, or the first one.</summary>
    public Uri PageOf(string? service, string? region)
    {
        Uri page = service is null
            ? new Uri(Home, "/console/home")
            : new Uri(Home, $"/{Uri.EscapeDataString(service)}/home");
        return region is null ? page : new UriBuilder(page) { Query = $"region={Uri.EscapeDataString(region)}" }.Uri;
    }

    private static ConsolePartition Create(string federation, string console) =>
        new(new Uri($"https://{federation}/federation"), new Uri($"https://{console}"));
}
