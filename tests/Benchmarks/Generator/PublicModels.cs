namespace SsoOidcGen.Benchmarks.Generator;

/// <summary>The public models, which lie beside the checkout or where <c>SSOOIDCGEN_DATA</c> says.</summary>
internal static class PublicModels
{
    private static readonly string Data = Environment.GetEnvironmentVariable("SSOOIDCGEN_DATA")
        is { Length: > 0 } folder
        ? folder
        : Path.Combine(Checkout.Root, "../shared/data");

    private static readonly string Root = Path.Combine(Data, "models");

    /// <summary>The folder of a service's newest model.</summary>
    public static string Folder(string service) =>
        Directory.EnumerateDirectories(Path.Combine(Root, service)).Max(StringComparer.Ordinal)!;

    /// <summary>The file of a service's Smithy model.</summary>
    public static string Smithy(string service) => Path.Combine(Data, "smithy-models", service + ".json");

    public static IEnumerable<string> InBothFormats() =>
        Directory
            .EnumerateDirectories(Root)
            .Select(static folder => Path.GetFileName(folder))
            .Where(static service => File.Exists(Smithy(service)))
            .Order(StringComparer.Ordinal);

    /// <summary>The services with the largest Smithy models, largest first.</summary>
    public static IEnumerable<string> LargestInSmithy(int count) =>
        Directory
            .EnumerateFiles(Path.Combine(Data, "smithy-models"))
            .OrderByDescending(static file => new FileInfo(file).Length)
            .Take(count)
            .Select(static file => Path.GetFileNameWithoutExtension(file));

    /// <summary>The services with the largest models, largest first.</summary>
    public static IEnumerable<string> Largest(int count) =>
        Directory
            .EnumerateDirectories(Root)
            .Select(static folder => Path.GetFileName(folder))
            .Select(static service =>
                (Service: service, Model: new FileInfo(Path.Combine(Folder(service), "service-2.json")))
            )
            .OrderByDescending(static found => found.Model.Length)
            .Take(count)
            .Select(static found => found.Service);
}
