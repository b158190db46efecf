namespace SsoOidcGen.Conformance.Smithy;

/// <summary>The cases that do not hold, each with its reason.</summary>
internal static class SmithyDifferences
{
    private const string ErrorsAreReceived =
        "Errors of a stream are thrown by those who read it; the events that a caller sends have no case for them.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            ["ClientErrorInput"] = ErrorsAreReceived,
            ["DuplexClientErrorInput"] = ErrorsAreReceived,
            ["DuplexMissingRequiredInitialResponseOutput"] =
                "A required member that a service leaves out gets an empty value (Smithy, client error correction).",
            ["GlacierAccountId"] =
                "An empty label is refused before a request is sent; callers write '-' for their own account.",
            ["GlacierMultipartChecksums"] =
                "Tree hashes are not computed; callers give them in the member for the checksum.",
            ["MachinelearningPredictEndpoint"] =
                "No model says that a member holds the endpoint; callers set it as the client's Endpoint.",
        };
}
